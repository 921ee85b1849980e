package org.percolith.msd;

import java.util.Locale;
import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The tracer diffusivity D* = β/(6 Δ) with the parts of its error.
 *
 * @param cm2PerS D*, cm²/s: measured, or an upper bound where nothing is resolved, or withheld
 * @param degreesOfFreedom ν of its χ² law, present where it is measured
 * @param statisticalStdCm2PerS standard deviation by the fitted model
 * @param startChoiceStdCm2PerS standard deviation by the choice of the start of the fit
 * @param crossCheck second estimate of the statistical error; the larger of the two enters
 */
public record TracerDiffusivity(
        Estimate cm2PerS,
        OptionalDouble degreesOfFreedom,
        double statisticalStdCm2PerS,
        double startChoiceStdCm2PerS,
        ErrorCrossCheck crossCheck) {

    /** Fewer effective hops than this, and no point value is given. */
    static final double FEWEST_HOPS = 10;

    static TracerDiffusivity of(
            DiffusiveFit fit, double modelVariance, ErrorCrossCheck check, RunShape shape, DiffusionSettings settings) {
        double unit = settings.cm2PerSPerSlope();
        double variance = fit.slopeVariance() * check.varianceFactor(fit.phi()) + modelVariance;
        double slope = fit.slopeA2PerFrame();
        double hops = EffectiveHops.ofSlope(slope, shape, settings.hopDistanceA());
        Estimate estimate;
        OptionalDouble nu = OptionalDouble.empty();
        if (!ChiSquaredPosterior.resolved(slope, variance)) {
            double bound = Math.max(ChiSquaredPosterior.truncatedUpper95(slope, variance), noHopBound(shape, settings));
            estimate = new Estimate.UpperBound(
                    bound * unit, "the mean squared displacement does not rise by more than twice its error");
        } else if (hops < FEWEST_HOPS) {
            double upper = ChiSquaredPosterior.measured(slope, variance).upper95();
            estimate = new Estimate.UpperBound(
                    Math.max(upper, noHopBound(shape, settings)) * unit,
                    String.format(Locale.ROOT, "only %.1f effective hops were seen; ten are needed for a value", hops));
        } else {
            estimate = ChiSquaredPosterior.measured(slope, variance).scaled(unit);
            nu = OptionalDouble.of(ChiSquaredPosterior.degreesOfFreedom(slope, variance));
        }
        return new TracerDiffusivity(
                estimate, nu, Math.sqrt(fit.slopeVariance()) * unit, Math.sqrt(modelVariance) * unit, check);
    }

    /** Nothing moved at all: D < 3 a²/(6 N T), what a run without a single hop excludes. */
    static TracerDiffusivity frozen(RunShape shape, DiffusionSettings settings) {
        Estimate bound =
                new Estimate.UpperBound(noHopBound(shape, settings) * settings.cm2PerSPerSlope(), "no ion moved");
        return without(bound);
    }

    static TracerDiffusivity withheld(String reason) {
        return without(Estimate.withheld(reason));
    }

    private static TracerDiffusivity without(Estimate estimate) {
        return new TracerDiffusivity(
                estimate, OptionalDouble.empty(), 0, 0, new ErrorCrossCheck(ErrorCrossCheck.Kind.NONE, 0, 1, 1));
    }

    /** Slope 3 a²/(N n): at zero observed hops the expected number is below 3 with 95 % probability. */
    private static double noHopBound(RunShape shape, DiffusionSettings settings) {
        double a = settings.hopDistanceA();
        return 3 * a * a / ((double) shape.ions() * shape.total());
    }
}
