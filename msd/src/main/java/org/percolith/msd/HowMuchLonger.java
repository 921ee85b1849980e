package org.percolith.msd;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The time a run still lacks. The variance of D goes as 1/T once the fit starts in the diffusive regime, so
 * T' = T (σ_rel/target)². A run that only bounds D needs the hops that such an error takes, σ_rel ≈ 1.55/√N_eff, at the
 * largest D that it allows.
 */
public final class HowMuchLonger {

    private static final double[] TARGETS = {0.2, 0.1};

    /** σ_rel √N_eff of the line from MSD = a² on. */
    private static final double RELATIVE_STD_OF_ONE_HOP = 1.55;

    private HowMuchLonger() {}

    /** For relative standard deviations of 20 % and 10 %. */
    public static List<ExtraTime> forRun(DiffusionResult run) {
        return DoubleStream.of(TARGETS).mapToObj(target -> until(target, run)).toList();
    }

    /** For a relative standard deviation of {@code target}. */
    public static ExtraTime until(double target, DiffusionResult run) {
        double durationPs = run.durationPs();
        Estimate diffusivity = run.tracer().cm2PerS();
        if (diffusivity instanceof Estimate.Measured d) {
            double ratio = d.relativeStd() / target;
            return new ExtraTime(target, OptionalDouble.of(durationPs * Math.max(0, ratio * ratio - 1)), false);
        }
        if (!(diffusivity instanceof Estimate.UpperBound bound)) {
            return new ExtraTime(target, OptionalDouble.empty(), false);
        }
        double hops = Math.max(
                TracerDiffusivity.FEWEST_HOPS, RELATIVE_STD_OF_ONE_HOP * RELATIVE_STD_OF_ONE_HOP / (target * target));
        double slopePerPs = bound.upper95()
                / run.settings().cm2PerSPerSlope()
                / run.settings().frameIntervalPs();
        double hop = run.settings().hopDistanceA() * run.settings().hopDistanceA();
        double needed = hops * hop / (slopePerPs * run.ions());
        return new ExtraTime(target, OptionalDouble.of(Math.max(0, needed - durationPs)), true);
    }
}
