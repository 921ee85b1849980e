package org.percolith.pathways.interval;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.percolith.trajectory.quantity.Estimate;

/**
 * r = Σ x_i / Σ y_i over independent members, most often ions, with the standard error of the linearised ratio,
 *
 * <p>s² = n/(n - 1) Σ (x_i - r y_i)² / (Σ y_i)²  (Cochran, Sampling Techniques, 1977, 6.4).
 */
public final class RatioOfSums {

    private RatioOfSums() {}

    /** The ratio with Student's interval; withheld where fewer than two members or no denominator make it. */
    public static Estimate of(double[] x, double[] y) {
        if (!isDefined(y)) {
            return Estimate.withheld("fewer than two ions have anything to count");
        }
        double ratio = value(x, y);
        double std = std(x, y, ratio);
        double reach = new TDistribution(x.length - 1.0).inverseCumulativeProbability(0.975) * std;
        return new Estimate.Measured(ratio, std, ratio - reach, ratio + reach);
    }

    /** A share: the same, kept between 0 and 1. */
    public static Estimate share(double[] x, double[] y) {
        return of(x, y) instanceof Estimate.Measured m
                ? new Estimate.Measured(m.value(), m.std(), Math.max(0, m.lower95()), Math.min(1, m.upper95()))
                : of(x, y);
    }

    /** The ratio of a sum of squares, whose law is χ² with ν = 2 (r/s)²; its interval is skewed and stays positive. */
    public static Estimate ofSquares(double[] x, double[] y) {
        if (!isDefined(y) || value(x, y) <= 0) {
            return Estimate.withheld("fewer than two ions have anything to count");
        }
        double ratio = value(x, y);
        double std = Math.max(std(x, y, ratio), 1e-12 * ratio);
        double nu = Math.min(1e6, 2 * ratio * ratio / (std * std));
        ChiSquaredDistribution law = new ChiSquaredDistribution(nu);
        return new Estimate.Measured(
                ratio,
                std,
                Math.min(ratio, ratio * nu / law.inverseCumulativeProbability(0.975)),
                Math.max(ratio, ratio * nu / law.inverseCumulativeProbability(0.025)));
    }

    private static boolean isDefined(double[] y) {
        return y.length > 1 && sum(y) > 0;
    }

    private static double value(double[] x, double[] y) {
        return sum(x) / sum(y);
    }

    private static double std(double[] x, double[] y, double ratio) {
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double off = x[i] - ratio * y[i];
            squares += off * off;
        }
        return Math.sqrt(x.length / (x.length - 1.0) * squares) / sum(y);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
