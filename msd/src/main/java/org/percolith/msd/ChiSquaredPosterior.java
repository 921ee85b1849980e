package org.percolith.msd;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.percolith.trajectory.quantity.Estimate;

/**
 * What a fitted positive quantity b ± σ says about its true value B.
 *
 * <p>Resolved (b ≥ 2σ): b/B follows χ²_ν/ν with ν = 2b²/σ², so the 95 % interval is [bν/χ²_.975, bν/χ²_.025]: positive
 * and skewed, normal for large ν. Otherwise: a normal law cut off at zero, of which only the 95 % bound is told.
 */
final class ChiSquaredPosterior {

    /** Below this many standard deviations from zero nothing is resolved. */
    static final double RESOLVED = 2;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Beyond this many standard deviations below zero the normal tail underflows. */
    private static final double FAR_TAIL = 20;

    private ChiSquaredPosterior() {}

    static boolean resolved(double value, double variance) {
        return value > 0 && value * value >= RESOLVED * RESOLVED * variance;
    }

    /** ν = 2b²/σ². */
    static double degreesOfFreedom(double value, double variance) {
        return 2 * value * value / variance;
    }

    /** The estimate of a resolved value. */
    static Estimate.Measured measured(double value, double variance) {
        double nu = degreesOfFreedom(value, variance);
        if (nu > 1e8) {
            return Estimate.normal(value, Math.sqrt(variance));
        }
        ChiSquaredDistribution law = new ChiSquaredDistribution(nu);
        double lower = value * nu / law.inverseCumulativeProbability(0.975);
        double upper = value * nu / law.inverseCumulativeProbability(0.025);
        return new Estimate.Measured(value, Math.sqrt(variance), lower, upper);
    }

    /** The u with P(B > u) = 0.05 for a normal b ± σ cut off at B > 0. */
    static double truncatedUpper95(double value, double variance) {
        return truncatedQuantile(0.05, value, variance);
    }

    /** The u with P(B > u) = {@code above} for a normal b ± σ cut off at B > 0. */
    static double truncatedQuantile(double above, double value, double variance) {
        double std = Math.sqrt(variance);
        if (std == 0) {
            return Math.max(0, value);
        }
        if (value < -FAR_TAIL * std) {
            // So far below zero the law that is left is exponential, with mean σ²/|b|.
            return Math.log(above) * variance / value;
        }
        // Upper tails are taken as lower tails of the mirrored law, which keep their digits far out.
        double tail = above * NORMAL.cumulativeProbability(value / std);
        return Math.max(0, value - std * NORMAL.inverseCumulativeProbability(tail));
    }

    /** P(B < limit) under the law that {@link #resolved} selects. */
    static double probabilityBelow(double limit, double value, double variance) {
        if (variance == 0) {
            return value < limit ? 1 : 0;
        }
        if (resolved(value, variance)) {
            double nu = degreesOfFreedom(value, variance);
            return nu > 1e8
                    ? normalBelow((limit - value) / Math.sqrt(variance))
                    : 1 - new ChiSquaredDistribution(nu).cumulativeProbability(value * nu / limit);
        }
        double std = Math.sqrt(variance);
        if (value < -FAR_TAIL * std) {
            return 1 - Math.exp(limit * value / variance);
        }
        return 1 - normalBelow((value - limit) / std) / normalBelow(value / std);
    }

    private static double normalBelow(double z) {
        return NORMAL.cumulativeProbability(z);
    }
}
