package org.percolith.pathways.transport;

import java.util.Locale;
import java.util.Optional;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusiveFit;
import org.percolith.pathways.PathwayRank;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * What tracks and displacement say together of motion beyond any cage, the question of verdict M7. Three things may be
 * known: that ions wind through the crystal; that the network of their hops is closed and exhausted; which cages the
 * straightness of the displacement excludes. None of them follows from the absence of another.
 *
 * @param evidence what decides
 * @param diameterLower95A cages smaller than this are excluded by the displacement, Å; 0 where it is no line
 * @param straight whether the displacement is a line
 */
record LongRangeMotion(Evidence evidence, double diameterLower95A, boolean straight) {

    /** What decides whether there is long-range motion. */
    enum Evidence {
        /** Ions wind through the crystal. */
        WINDING,
        /** Ions wind, but the line is that of their cages: it rises far faster than hops between basins can carry them. */
        WINDING_SLOWER,
        /** No cage explains the line. */
        NO_CAGE_EXPLAINS,
        /** Their hops never leave closed cages, and the network of hops is exhausted. */
        CLOSED_NETWORK,
        /** The displacement levels off or is no line, and nothing winds. */
        LEVELS_OFF,
        /** A line with hops enough for a value; but cages of some size would look the same. */
        STRAIGHT_SO_FAR,
        /** Too few hops. */
        NONE
    }

    /** Cages of solids are smaller than this, Å: twelve sites of a simple cubic lattice of 2.5 Å act as 7 Å, 27 as 9 Å. */
    private static final double WIDEST_CAGE_A = 12;

    private static final double STRAIGHT_LINE_PHI = 5;
    /** Winding in more resamples than this cannot be called absent. */
    private static final double SOME_WINDING = 0.05;

    static LongRangeMotion of(DiffusionResult diffusion, PathwayRank rank) {
        boolean straight = isStraight(diffusion);
        boolean valued = diffusion.tracer().cm2PerS() instanceof Estimate.Measured;
        double excludedA = straight
                ? diffusion.fit().map(fit -> fit.cages().diameterLower95A()).orElse(0.0)
                : 0;
        return new LongRangeMotion(evidence(diffusion, rank, straight, valued, excludedA), excludedA, straight);
    }

    private static Evidence evidence(
            DiffusionResult diffusion, PathwayRank rank, boolean straight, boolean valued, double excludedA) {
        if (rank.winds()) {
            return LineAndHops.of(diffusion, rank).linesApart() ? Evidence.WINDING_SLOWER : Evidence.WINDING;
        }
        if (rank.isClosed()) {
            return Evidence.CLOSED_NETWORK;
        }
        if (valued && straight) {
            double widestA = Math.max(WIDEST_CAGE_A, 4 * diffusion.settings().hopDistanceA());
            boolean falls = diffusion.fit().map(DiffusiveFit::slopeFalls).orElse(true);
            return excludedA >= widestA && !falls ? Evidence.NO_CAGE_EXPLAINS : Evidence.STRAIGHT_SO_FAR;
        }
        boolean still = rank.coverage().hops() == 0 && diffusion.tracer().cm2PerS() instanceof Estimate.UpperBound;
        boolean caged = diffusion.fit().isPresent() && !straight && rank.windingProbability() <= SOME_WINDING;
        return still || caged ? Evidence.LEVELS_OFF : Evidence.NONE;
    }

    /**
     * Whether the displacement is a line: it does not bend towards a plateau, φ ≤ 5, and verdict M2 does not fail.
     */
    private static boolean isStraight(DiffusionResult diffusion) {
        Optional<DiffusiveFit> fit = diffusion.fit();
        if (fit.isEmpty() || fit.get().cages().levelsOff()) {
            return false;
        }
        return fit.get().chiSquaredPerDof() <= STRAIGHT_LINE_PHI
                && diffusion.verdict("M2").status() != Status.FAIL;
    }

    /** Whether a conductivity may be stated. */
    boolean isShown() {
        return evidence == Evidence.WINDING || evidence == Evidence.NO_CAGE_EXPLAINS;
    }

    Transport transport(boolean valued) {
        return switch (evidence) {
            case WINDING -> straight ? valued ? Transport.DIFFUSIVE : Transport.UNDETERMINED : Transport.SUB_DIFFUSIVE;
            case WINDING_SLOWER -> Transport.SUB_DIFFUSIVE;
            case NO_CAGE_EXPLAINS -> Transport.DIFFUSIVE;
            case CLOSED_NETWORK, LEVELS_OFF -> Transport.CONFINED;
            case STRAIGHT_SO_FAR, NONE -> Transport.UNDETERMINED;
        };
    }

    /** Verdict M7. */
    Verdict verdict(PathwayRank rank) {
        return new Verdict(
                "M7",
                "confinement",
                status(),
                rank.windingProbability(),
                "ions wind from cell to cell with P >= 0.95, or no cage explains the line",
                message(rank));
    }

    private Status status() {
        return switch (evidence) {
            case WINDING, NO_CAGE_EXPLAINS -> Status.PASS;
            case WINDING_SLOWER, STRAIGHT_SO_FAR -> Status.WARN;
            case CLOSED_NETWORK, LEVELS_OFF, NONE -> Status.FAIL;
        };
    }

    private String message(PathwayRank rank) {
        return switch (evidence) {
            case WINDING ->
                text("ions wind from cell to cell in %.0f %% of the resamples", 100 * rank.windingProbability());
            case WINDING_SLOWER ->
                "ions wind from cell to cell, but their hops from basin to basin carry them more slowly than the line rises:"
                        + " it is still that of their cages";
            case NO_CAGE_EXPLAINS ->
                text(
                        "no ion winds through the cell yet, but no cage smaller than %.0f Å explains so straight a line",
                        diameterLower95A);
            case CLOSED_NETWORK ->
                text(
                        "%d hops stay in closed cages, and at most %.0f %% of further ones could go elsewhere",
                        rank.coverage().hops(), 100 * rank.coverage().unseenMassUpper95());
            case LEVELS_OFF -> "the displacement is no line, and no ion winds through the cell: cages";
            case STRAIGHT_SO_FAR ->
                text(
                        "a straight line, which only excludes cages smaller than %.1f Å: a longer run would tell",
                        diameterLower95A);
            case NONE -> text("%d hops are too few to tell", rank.coverage().hops());
        };
    }

    /** What a withheld conductivity says. */
    String reason() {
        return switch (evidence) {
            case CLOSED_NETWORK, LEVELS_OFF -> "the ions stay in their cages: no conductivity can be stated";
            case WINDING_SLOWER -> "the line is still that of the cages: D* falls with time";
            case STRAIGHT_SO_FAR ->
                text("long-range motion is not shown: the run excludes only cages below %.1f Å", diameterLower95A);
            default -> "the run is too short to tell whether there is long-range transport";
        };
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
