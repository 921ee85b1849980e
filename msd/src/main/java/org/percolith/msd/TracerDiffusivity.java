package org.percolith.msd;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The tracer diffusivity D* = β/(6 Δ) with the parts of its error.
 *
 * @param cm2PerS D*, cm²/s: measured, or an upper bound where nothing is resolved, or withheld
 * @param degreesOfFreedom ν of its χ² law, present where it is measured
 * @param law how D* scatters, in cm²/s; also where only a bound is told, and then the likelihood of the hops seen
 * @param statisticalStdCm2PerS standard deviation by the fitted model
 * @param startChoiceStdCm2PerS standard deviation by the choice of the start of the fit
 * @param crossCheck second estimate of the statistical error; the larger of the two enters
 */
public record TracerDiffusivity(
        Estimate cm2PerS,
        OptionalDouble degreesOfFreedom,
        Optional<SamplingLaw> law,
        double statisticalStdCm2PerS,
        double startChoiceStdCm2PerS,
        ErrorCrossCheck crossCheck) {

    /** Fewer effective hops than this, and no point value is given. */
    static final double FEWEST_HOPS = 10;

    /** Mean of a Poisson number that is zero in 5 % of all cases. */
    private static final double NO_HOP = 3;

    static TracerDiffusivity of(
            DiffusiveFit fit, double modelVariance, ErrorCrossCheck check, RunShape shape, DiffusionSettings settings) {
        double factor = check.varianceFactor(fit.phi());
        double variance = fit.slopeVariance() * factor + modelVariance;
        double slope = fit.slopeA2PerFrame();
        double least = noHopBound(shape, settings);
        Estimate estimate;
        SamplingLaw law;
        if (!ChiSquaredPosterior.resolved(slope, variance)) {
            double bound = Math.max(ChiSquaredPosterior.truncatedUpper95(slope, variance), least);
            law = fewHops(fit, variance, bound);
            estimate = new Estimate.UpperBound(
                    bound, "the mean squared displacement does not rise by more than twice its error");
        } else {
            law = SamplingLaw.of(slope, fit.shotVariance() * fit.phi() * factor, variance);
            double hops = EffectiveHops.ofSlope(slope, shape, settings.hopDistanceA());
            estimate = hops >= FEWEST_HOPS
                    ? stillFalling(law.measured(), fit)
                    : new Estimate.UpperBound(
                            Math.max(law.quantile(0.975), least),
                            String.format(
                                    Locale.ROOT,
                                    "only %.1f effective hops were seen; ten are needed for a value",
                                    hops));
        }
        double unit = settings.cm2PerSPerSlope();
        return new TracerDiffusivity(
                estimate.scaled(unit),
                estimate instanceof Estimate.Measured
                        ? OptionalDouble.of(law.degreesOfFreedom())
                        : OptionalDouble.empty(),
                Optional.of(law.scaled(unit)),
                Math.sqrt(fit.slopeVariance()) * unit,
                Math.sqrt(modelVariance) * unit,
                check);
    }

    /**
     * Where the displacement beyond vibration surely rises more slowly than time, the slope is still falling, and no run says
     * where it will end: the interval reaches down to what would be left of it much later. In networks of hops with dead
     * ends D falls so over fifty hops an ion.
     */
    private static Estimate stillFalling(Estimate.Measured estimate, DiffusiveFit fit) {
        return fit.slopeFalls() ? estimate.reachingDown(estimate.lower95() * fit.slopeLeftLater()) : estimate;
    }

    /** Nothing moved at all: D < 3 a²/(6 N T), what a run without a single hop excludes. */
    static TracerDiffusivity frozen(RunShape shape, DiffusionSettings settings) {
        double bound = noHopBound(shape, settings) * settings.cm2PerSPerSlope();
        return without(
                new Estimate.UpperBound(bound, "no ion moved"), Optional.of(new SamplingLaw(0, bound / NO_HOP, 0)));
    }

    static TracerDiffusivity withheld(String reason) {
        return without(Estimate.withheld(reason), Optional.empty());
    }

    private static TracerDiffusivity without(Estimate estimate, Optional<SamplingLaw> law) {
        return new TracerDiffusivity(
                estimate, OptionalDouble.empty(), law, 0, 0, new ErrorCrossCheck(ErrorCrossCheck.Kind.NONE, 0, 1, 1));
    }

    /**
     * The law of a slope that is not resolved: that of a count where vibration could not fake it, of no hop at all where it
     * could.
     */
    private static SamplingLaw fewHops(DiffusiveFit fit, double variance, double bound) {
        double slope = fit.slopeA2PerFrame();
        double faked = ChiSquaredPosterior.RESOLVED * Math.sqrt(fit.vibrationVariance() * fit.phi());
        return slope > faked ? new SamplingLaw(slope, variance / slope, 0) : new SamplingLaw(0, bound / NO_HOP, 0);
    }

    /** Slope 3 a²/(N n): at zero observed hops the expected number is below 3 with 95 % probability. */
    private static double noHopBound(RunShape shape, DiffusionSettings settings) {
        double a = settings.hopDistanceA();
        return NO_HOP * a * a / ((double) shape.ions() * shape.total());
    }
}
