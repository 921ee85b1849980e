package org.percolith.msd.sweep;

import org.percolith.trajectory.quantity.Estimate;

/**
 * A positive quantity whose logarithm is normal (or Student-distributed where the scatter had to be estimated).
 *
 * @param lnMedian ln of the median
 * @param lnStd standard deviation of the logarithm
 * @param quantile95 half width of the 95 % interval in units of {@code lnStd}: 1.96, or more for Student's t
 */
public record LogNormal(double lnMedian, double lnStd, double quantile95) {

    public double median() {
        return Math.exp(lnMedian);
    }

    /** The median with its skewed 95 % interval; the standard deviation is that of the logarithm times the median. */
    public Estimate.Measured estimate() {
        return new Estimate.Measured(
                median(),
                median() * lnStd,
                Math.exp(lnMedian - quantile95 * lnStd),
                Math.exp(lnMedian + quantile95 * lnStd));
    }
}
