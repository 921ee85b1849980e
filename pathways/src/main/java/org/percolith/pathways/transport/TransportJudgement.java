package org.percolith.pathways.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.Dimensionality;
import org.percolith.pathways.PercolationResult;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * The gate: what may be said of transport once displacement statistics and percolation are held together.
 *
 * <p>A straight line can be drawn through any mean squared displacement. Conductivity is withheld unless the tracks wind
 * through the crystal, or collective transport is seen where winding is not excluded (verdict M7).
 *
 * @param transport what the ions do
 * @param tracerCm2PerS D*, an upper bound where the ions are confined
 * @param chargeCm2PerS D_σ, likewise
 * @param tracerMsPerCm conductivity from D*, withheld where M7 fails
 * @param chargeMsPerCm conductivity from D_σ, withheld where M7 fails
 * @param tracerUpper95MsPerCm bound on the conductivity where it is withheld
 * @param dimensionality of the diffusion; 0 where the ions are confined
 * @param verdicts M6, M7, D3
 */
public record TransportJudgement(
        Transport transport,
        Estimate tracerCm2PerS,
        Estimate chargeCm2PerS,
        Estimate tracerMsPerCm,
        Estimate chargeMsPerCm,
        OptionalDouble tracerUpper95MsPerCm,
        Optional<Dimensionality> dimensionality,
        List<Verdict> verdicts) {

    private static final double ASSURED = 0.95;
    private static final double STRAIGHT_LINE_PHI = 5;
    private static final double WELL_FITTING_PHI = 2.5;
    private static final double SIGNIFICANT_STDS = 3;
    private static final double COLLECTIVE_STANDSTILL = 0.5;

    public TransportJudgement {
        verdicts = List.copyOf(verdicts);
    }

    /** Judges one run. */
    public static TransportJudgement of(DiffusionResult diffusion, PercolationResult percolation) {
        Verdict confinement = confinement(diffusion, percolation);
        boolean open = confinement.status() == Status.PASS;
        Transport transport = transport(diffusion, percolation, open);
        Estimate tracer = diffusion.tracer().cm2PerS();
        Estimate charge = diffusion.charge().cm2PerS();
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(TransportVerdicts.mobileFraction(diffusion));
        verdicts.add(confinement);
        if (open) {
            verdicts.add(TransportVerdicts.agreement(diffusion.dimensionality(), percolation));
            return new TransportJudgement(
                    transport,
                    tracer,
                    charge,
                    diffusion.conductivity().tracerMsPerCm(),
                    diffusion.conductivity().chargeMsPerCm(),
                    OptionalDouble.empty(),
                    diffusion.dimensionality(),
                    verdicts);
        }
        String reason = transport == Transport.CONFINED
                ? "the ions stay in their cages: no conductivity can be stated"
                : "the run is too short to tell whether there is long-range transport";
        Estimate withheld = Estimate.withheld(reason);
        Optional<Dimensionality> dimensionality =
                transport == Transport.CONFINED ? Optional.of(Dimensionality.zero()) : diffusion.dimensionality();
        verdicts.add(TransportVerdicts.agreement(dimensionality, percolation));
        return new TransportJudgement(
                transport,
                bounded(tracer),
                bounded(charge),
                withheld,
                withheld,
                upper95(diffusion.conductivity().tracerMsPerCm()),
                dimensionality,
                verdicts);
    }

    /** Whether the run may be quoted: diffusive, a measured D*, and no verdict among these and {@code others} failed. */
    public boolean publishable(List<Verdict> others) {
        return transport == Transport.DIFFUSIVE
                && tracerCm2PerS instanceof Estimate.Measured
                && verdicts.stream().noneMatch(v -> v.status() == Status.FAIL)
                && others.stream().noneMatch(v -> v.status() == Status.FAIL);
    }

    private static Transport transport(DiffusionResult diffusion, PercolationResult percolation, boolean open) {
        if (!open) {
            boolean closed = percolation.rankProbability().get(0) >= ASSURED;
            return closed && showsCages(diffusion) ? Transport.CONFINED : Transport.UNDETERMINED;
        }
        if (!(diffusion.tracer().cm2PerS() instanceof Estimate.Measured)) {
            return Transport.UNDETERMINED;
        }
        return isStraight(diffusion) ? Transport.DIFFUSIVE : Transport.SUB_DIFFUSIVE;
    }

    /**
     * Whether closed tracks mean cages and not just a short run: the displacement levels off, or is no line, or the ions
     * as a whole move far less than a line through their own displacement would have it.
     */
    private static boolean showsCages(DiffusionResult diffusion) {
        Estimate tracer = diffusion.tracer().cm2PerS();
        if (tracer instanceof Estimate.Withheld) {
            return false;
        }
        if (!(tracer instanceof Estimate.Measured line) || !isStraight(diffusion)) {
            return true;
        }
        return diffusion.charge().cm2PerS() instanceof Estimate.UpperBound bound
                && bound.upper95() < COLLECTIVE_STANDSTILL * line.value();
    }

    /**
     * Whether the displacement is a line. An exponent below 0.8 alone does not deny it: cage vibration lifts the whole
     * line, which lowers d ln MSD/d ln t at short lags; but then the line must fit well.
     */
    private static boolean isStraight(DiffusionResult diffusion) {
        double phi = phi(diffusion);
        return phi <= STRAIGHT_LINE_PHI && (diffusion.verdict("M2").status() != Status.FAIL || phi <= WELL_FITTING_PHI);
    }

    /**
     * Verdict M7. Winding tracks pass. A resolved D_σ passes too, in a cell so large that no track has wound through it
     * yet; where the resamples exclude winding, it must be significant and the displacement a straight line, since the
     * collective displacement of closed cages is bounded but fluctuates.
     */
    private static Verdict confinement(DiffusionResult diffusion, PercolationResult percolation) {
        double winding = percolation.probabilityOfAtLeast(1);
        boolean collective = diffusion.charge().cm2PerS() instanceof Estimate.Measured charge
                && isStraight(diffusion)
                && (percolation.rankProbability().get(0) < ASSURED || charge.value() > SIGNIFICANT_STDS * charge.std());
        boolean open = percolation.percolates() || collective;
        String found =
                String.format(Locale.ROOT, "tracks wind through the cell in %.0f %% of the resamples", 100 * winding);
        String message = percolation.percolates()
                ? found + ": long-range transport is seen"
                : open
                        ? found + ", but collective transport is resolved"
                        : found + ", and collective transport is not resolved: conductivity is withheld";
        return new Verdict(
                "M7",
                "confinement",
                open ? Status.PASS : Status.FAIL,
                winding,
                "P(rank >= 1) >= 0.95, or D_sigma distinguishable from 0",
                message);
    }

    /** χ²/dof of the line, as verdict M1 judges it. */
    private static double phi(DiffusionResult diffusion) {
        return diffusion.fit().map(fit -> fit.chiSquaredPerDof()).orElse(Double.POSITIVE_INFINITY);
    }

    private static Estimate bounded(Estimate estimate) {
        return estimate instanceof Estimate.Measured measured
                ? new Estimate.UpperBound(
                        measured.upper95(),
                        String.format(
                                Locale.ROOT,
                                "no diffusion is established; a straight line would say %.2g",
                                measured.value()))
                : estimate;
    }

    private static OptionalDouble upper95(Estimate estimate) {
        if (estimate instanceof Estimate.Measured measured) {
            return OptionalDouble.of(measured.upper95());
        }
        return estimate instanceof Estimate.UpperBound bound
                ? OptionalDouble.of(bound.upper95())
                : OptionalDouble.empty();
    }
}
