package org.percolith.msd.sweep;

import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.SamplingLaw;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * One temperature of a sweep. Several points at one temperature are replicas.
 *
 * @param label name of the run
 * @param temperatureK K
 * @param diffusivityCm2PerS D, cm²/s
 * @param degreesOfFreedom ν of the χ² law of D where it comes from our own fit; empty for a published value, whose
 *     relative error is then the error of ln D
 * @param conductivityPerDiffusivityMsPerCm σ/D = N z² e²/(V kB T) at this temperature, mS/cm per cm²/s, if known
 * @param passesFitVerdicts false if a verdict of the M group failed
 * @param law how D scatters, from our own fit; with it a run that only bounds D enters by the few hops it saw
 */
public record SweepPoint(
        String label,
        double temperatureK,
        Estimate diffusivityCm2PerS,
        OptionalDouble degreesOfFreedom,
        OptionalDouble conductivityPerDiffusivityMsPerCm,
        boolean passesFitVerdicts,
        Optional<SamplingLaw> law) {

    /** @throws IllegalArgumentException if the temperature is not positive and finite */
    public SweepPoint {
        if (!(temperatureK > 0) || Double.isInfinite(temperatureK)) {
            throw new IllegalArgumentException(
                    "the temperature of " + label + " must be positive, got " + temperatureK + " K");
        }
    }

    /** A point of which the scatter is known by {@code degreesOfFreedom} only. */
    public SweepPoint(
            String label,
            double temperatureK,
            Estimate diffusivityCm2PerS,
            OptionalDouble degreesOfFreedom,
            OptionalDouble conductivityPerDiffusivityMsPerCm,
            boolean passesFitVerdicts) {
        this(
                label,
                temperatureK,
                diffusivityCm2PerS,
                degreesOfFreedom,
                conductivityPerDiffusivityMsPerCm,
                passesFitVerdicts,
                Optional.empty());
    }

    /**
     * The same point with D as a gate lets it through. A value that the gate turned into a bound loses its law: the
     * motion behind it is no diffusion.
     */
    public SweepPoint gated(Estimate gatedCm2PerS) {
        return new SweepPoint(
                label,
                temperatureK,
                gatedCm2PerS,
                degreesOfFreedom,
                conductivityPerDiffusivityMsPerCm,
                passesFitVerdicts,
                gatedCm2PerS.equals(diffusivityCm2PerS) ? law : Optional.empty());
    }

    /**
     * A row of a published table.
     *
     * @param stdCm2PerS standard deviation of D, cm²/s; 0 where the table gives none
     */
    public static SweepPoint ofTable(
            String label,
            double temperatureK,
            double diffusivityCm2PerS,
            double stdCm2PerS,
            OptionalDouble conductivityPerDiffusivityMsPerCm) {
        return new SweepPoint(
                label,
                temperatureK,
                Estimate.normal(diffusivityCm2PerS, stdCm2PerS),
                OptionalDouble.empty(),
                conductivityPerDiffusivityMsPerCm,
                true);
    }

    /** The point that an analysed run contributes. */
    public static SweepPoint of(String label, DiffusionResult run) {
        double factor = run.conductivity().perDiffusivityMsPerCm();
        boolean passes =
                run.verdicts().stream().noneMatch(v -> v.id().startsWith("M") && v.status() == Verdict.Status.FAIL);
        return new SweepPoint(
                label,
                run.settings().temperatureK(),
                run.tracer().cm2PerS(),
                run.tracer().degreesOfFreedom(),
                factor > 0 ? OptionalDouble.of(factor) : OptionalDouble.empty(),
                passes,
                run.tracer().law());
    }
}
