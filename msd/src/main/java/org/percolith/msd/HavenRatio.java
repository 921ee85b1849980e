package org.percolith.msd;

import java.util.Locale;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The Haven ratio H_R, tracer diffusivity over charge diffusivity. Its logarithm has variance ψ′(ν₁/2) + ψ′(ν₂/2) − 2 ρ √(ψ′(ν₁/2) ψ′(ν₂/2)), with the
 * correlation ρ of the two slopes half from a jackknife over ten stretches of time, which knows it to ± 0.3 only, half that of
 * independent ions: there D_σ = D* + D_distinct, of which the parts are uncorrelated, so ρ = σ(ln D*)/σ(ln D_σ). What is left
 * of that error, ± 0.15, is taken off ρ: for ions that hop in groups the interval held the truth in 0.90 without it.
 */
final class HavenRatio {

    private static final int BLOCKS = 10;
    private static final int LAGS = 6;

    /** Upper over lower limit beyond which a ratio says nothing. */
    private static final double WIDEST = 10;

    /** Error of half the jackknifed correlation. */
    private static final double CORRELATION_STD = 0.15;

    private static final double Z95 = 1.959963984540054;

    private HavenRatio() {}

    static Estimate of(
            TracerDiffusivity tracer,
            MsdLine tracerLine,
            IonTracks tracks,
            ChargeDiffusivity.Analysis charge,
            IonTracks collectivePath,
            TaskRunner runner) {
        ChargeDiffusivity result = charge.result();
        if (!(tracer.cm2PerS() instanceof Estimate.Measured tracerValue)) {
            return Estimate.withheld("not resolved: there is no measured tracer diffusivity");
        }
        if (!(result.cm2PerS() instanceof Estimate.Measured chargeValue)
                || charge.line().isEmpty()
                || result.fit().isEmpty()) {
            return Estimate.withheld(
                    "not resolved: there is no measured charge diffusivity" + above(tracerValue, result));
        }
        double correlation = new PearsonsCorrelation()
                .correlation(
                        new SlopeSamples(tracerLine.coarse(LAGS)).withoutBlock(tracks, BLOCKS, runner),
                        new SlopeSamples(charge.line().get().coarse(LAGS))
                                .withoutBlock(collectivePath, BLOCKS, runner));
        Estimate.Measured ratio = ratio(tracerValue, chargeValue, Double.isNaN(correlation) ? 0 : correlation);
        return ratio.upper95() <= WIDEST * ratio.lower95()
                ? ratio
                : Estimate.withheld(String.format(
                        Locale.ROOT,
                        "not resolved: it lies between %.2g and %.2g, more than a factor of ten apart",
                        ratio.lower95(),
                        ratio.upper95()));
    }

    /** What a bound on D_σ says of the ratio: the smallest D* over the largest D_σ, of each a one-sided 95 % limit or less. */
    private static String above(Estimate.Measured tracer, ChargeDiffusivity charge) {
        return charge.cm2PerS() instanceof Estimate.UpperBound bound
                ? String.format(Locale.ROOT, "; the ratio is above %.2g", tracer.lower95() / bound.upper95())
                : "";
    }

    /** Ratio of two χ²-distributed values whose logarithms have the given correlation. */
    static Estimate.Measured ratio(Estimate.Measured tracer, Estimate.Measured charge, double correlation) {
        double a = logVariance(tracer);
        double b = logVariance(charge);
        double independent = Math.min(1, Math.sqrt(a / b));
        double shrunk = 0.5 * (correlation + independent) - CORRELATION_STD;
        double variance = Math.max(0, a + b - 2 * shrunk * Math.sqrt(a * b));
        double value = tracer.value() / charge.value();
        double std = Math.sqrt(variance);
        return new Estimate.Measured(value, value * std, value * Math.exp(-Z95 * std), value * Math.exp(Z95 * std));
    }

    private static double logVariance(Estimate.Measured estimate) {
        double halfNu = 1 / (estimate.relativeStd() * estimate.relativeStd());
        return Gamma.trigamma(halfNu);
    }
}
