package org.percolith.pathways.transport;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.density.EmptySlab;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.Dimensionality;
import org.percolith.pathways.PathwayRank;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * The gate: what may be said of transport once displacement statistics and percolation are held together.
 *
 * <p>A straight line can be drawn through any mean squared displacement. Conductivity is withheld unless ions were seen to
 * wind through the crystal, or no cage explains the line (verdict M7). D* keeps its value wherever it is one of a line; it
 * becomes an upper bound where the ions are confined or the line is not reached.
 *
 * @param transport what the ions do
 * @param tracerCm2PerS D*, an upper bound where there is no line
 * @param chargeCm2PerS D_σ, likewise
 * @param tracerMsPerCm conductivity from D*, withheld where M7 does not pass
 * @param chargeMsPerCm conductivity from D_σ, withheld where M7 does not pass
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

    public TransportJudgement {
        verdicts = List.copyOf(verdicts);
    }

    /** Judges one run. */
    public static TransportJudgement of(DiffusionResult diffusion, PathwayRank rank) {
        LongRangeMotion motion = LongRangeMotion.of(diffusion, rank);
        LineAndHops lineAndHops = LineAndHops.of(diffusion, rank);
        Estimate tracer = lineAndHops.tracerCm2PerS();
        Estimate charge = diffusion.charge().cm2PerS();
        Transport transport = motion.transport(tracer instanceof Estimate.Measured);
        boolean line = motion.straight() && transport != Transport.CONFINED && transport != Transport.SUB_DIFFUSIVE;
        boolean open = motion.isShown() && line;
        Optional<Dimensionality> dimensionality =
                transport == Transport.CONFINED ? Optional.of(Dimensionality.zero()) : diffusion.dimensionality();
        Estimate withheld = Estimate.withheld(
                transport == Transport.SUB_DIFFUSIVE
                        ? "the displacement is no straight line yet: D* still falls with time"
                        : motion.reason());
        return new TransportJudgement(
                transport,
                line ? tracer : bounded(tracer),
                line ? charge : bounded(charge),
                open ? lineAndHops.reachingAsFar(diffusion.conductivity().tracerMsPerCm()) : withheld,
                open ? diffusion.conductivity().chargeMsPerCm() : withheld,
                open ? OptionalDouble.empty() : upper95(diffusion.conductivity().tracerMsPerCm()),
                dimensionality,
                List.of(
                        TransportVerdicts.mobileFraction(diffusion),
                        motion.verdict(rank),
                        TransportVerdicts.agreement(dimensionality, rank)));
    }

    /** Whether the run may be quoted: diffusive, a measured D*, and no verdict among these and {@code others} failed. */
    public boolean publishable(List<Verdict> others) {
        return transport == Transport.DIFFUSIVE
                && tracerCm2PerS instanceof Estimate.Measured
                && verdicts.stream().noneMatch(v -> v.status() == Status.FAIL)
                && others.stream().noneMatch(v -> v.status() == Status.FAIL);
    }

    /**
     * The same for a slab beside vacuum: per volume of a cell with vacuum a conductivity has no meaning, so that it is
     * withheld, or given per volume of the slab where its thickness is known.
     *
     * @param thicknessA of the slab, Å, as the user gives it
     */
    public TransportJudgement inSlab(EmptySlab vacuum, Optional<Double> thicknessA) {
        Estimate withheld = Estimate.withheld(String.format(
                Locale.ROOT,
                "the cell holds %.1f Å of vacuum along %s: give the slab's thickness with --thickness",
                vacuum.thicknessA(),
                vacuum.vectorName()));
        return new TransportJudgement(
                transport,
                tracerCm2PerS,
                chargeCm2PerS,
                thicknessA.map(a -> scaled(tracerMsPerCm, vacuum.heightA() / a)).orElse(withheld),
                thicknessA.map(a -> scaled(chargeMsPerCm, vacuum.heightA() / a)).orElse(withheld),
                OptionalDouble.empty(),
                dimensionality,
                verdicts);
    }

    private static Estimate scaled(Estimate estimate, double factor) {
        return estimate instanceof Estimate.Withheld ? estimate : estimate.scaled(factor);
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
