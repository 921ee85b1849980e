package org.percolith.msd;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How an estimate D̂ of a positive quantity scatters about its true value D: with mean D and variance
 *
 * <p>V(D) = p D + r D²,
 *
 * <p>where p D counts discrete hops (Poisson, V = D per hop unit p) and r D² is the relative scatter of the paths
 * themselves (χ²_ν/ν, r = 2/ν). The third cumulant is p² D + 3 p r D² + 2 r² D³, and the law is taken as Pearson's type
 * III of these three moments: χ² exactly where p = 0, and Poisson but for its steps where r = 0.
 *
 * @param estimate D̂, not negative
 * @param perHop p, in the unit of D̂
 * @param relativeVariance r
 */
public record SamplingLaw(double estimate, double perHop, double relativeVariance) {

    private static final double LARGEST_SHAPE = 1e6;
    private static final double TOLERANCE = 1e-10;
    private static final double FARTHEST = 60;

    /** The law of an estimate whose variance is {@code variance}, of which {@code countingVariance} is due to hops. */
    static SamplingLaw of(double estimate, double countingVariance, double variance) {
        double relative = Math.max(0, variance - countingVariance) / (estimate * estimate);
        return new SamplingLaw(estimate, countingVariance / estimate, relative);
    }

    /** V(D). */
    public double varianceAt(double diffusivity) {
        return diffusivity * (perHop + relativeVariance * diffusivity);
    }

    /** ν = 2 D̂²/V(D̂). */
    double degreesOfFreedom() {
        return 2 * estimate * estimate / varianceAt(estimate);
    }

    /** In another unit. */
    public SamplingLaw scaled(double factor) {
        return new SamplingLaw(estimate * factor, perHop * factor, relativeVariance);
    }

    /** The estimate with the D at which it would lie at the upper and lower 2.5 % of its law. */
    Estimate.Measured measured() {
        double std = Math.sqrt(varianceAt(estimate));
        if (degreesOfFreedom() > LARGEST_SHAPE) {
            return Estimate.normal(estimate, std);
        }
        return new Estimate.Measured(estimate, std, quantile(0.025), quantile(0.975));
    }

    /** The D below which the truth lies with this probability: P(estimate or less | D) = 1 − {@code probability}. */
    double quantile(double probability) {
        double ln = new BrentSolver(TOLERANCE)
                .solve(
                        500,
                        x -> chanceOfAtMostTheEstimate(estimate * Math.exp(x)) - (1 - probability),
                        -FARTHEST,
                        FARTHEST,
                        0);
        return estimate * Math.exp(ln);
    }

    /** Probability that the truth lies below {@code limit}. */
    double probabilityBelow(double limit) {
        return 1 - chanceOfAtMostTheEstimate(limit);
    }

    private double chanceOfAtMostTheEstimate(double diffusivity) {
        double variance = varianceAt(diffusivity);
        double third = diffusivity
                * (perHop * perHop
                        + diffusivity * relativeVariance * (3 * perHop + 2 * diffusivity * relativeVariance));
        double shape = Math.min(LARGEST_SHAPE, 4 * variance * variance * variance / (third * third));
        double at = shape + (estimate - diffusivity) * Math.sqrt(shape / variance);
        return at <= 0 ? 0 : Gamma.regularizedGammaP(shape, at);
    }

    /**
     * Quasi-likelihood of D, ∫ (D̂ − D)/V(D) dD (Wedderburn, Biometrika 61, 439 (1974)): that of a Poisson number for
     * r = 0, of a χ² for p = 0, and of a negative binomial number in between.
     */
    public double logLikelihood(double diffusivity) {
        double r = relativeVariance;
        double ratio = r * diffusivity / perHop;
        if (perHop == 0 || ratio > 1e9) {
            return -(estimate / diffusivity + Math.log(diffusivity)) / r;
        }
        double counted = estimate == 0 ? 0 : estimate / perHop * (Math.log(diffusivity) - Math.log1p(ratio));
        return ratio < 1e-9 ? counted - diffusivity / perHop : counted - Math.log1p(ratio) / r;
    }
}
