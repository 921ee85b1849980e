package org.percolith.msd;

/**
 * Slope of the mean squared displacement along one principal axis, with the weights of the whole fit.
 *
 * @param direction unit vector
 * @param slopeA2PerFrame may be negative
 * @param std standard deviation at this slope, Å² per frame
 * @param noiseStd standard deviation if the ion only vibrates along this axis, Å² per frame
 */
record AxisSlope(Direction direction, double slopeA2PerFrame, double std, double noiseStd) {

    private static final double RESOLVED = 3;

    static AxisSlope along(
            Direction direction, MsdLine line, DiffusiveFit fit, MeanSquaredDisplacement msd, RunShape shape) {
        int[] lags = line.lags();
        double[] alongAxis = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            alongAxis[k] = msd.tensorA2(lags[k]).between(direction, direction);
        }
        double slope = line.line().slopeOf(alongAxis);
        double noise = Math.max(0, alongAxis[0] - slope * lags[0]);
        double[] weights = line.line().weights();
        double step = Math.max(0, slope);
        double share = slope / fit.slopeA2PerFrame();
        double gaussian = ExactCovariance.variance(line.covariance().perDimension(step, noise), weights);
        double vibration = ExactCovariance.variance(line.covariance().perDimension(0, noise), weights);
        // Hops along the axes of a lattice count for one axis each: κ of an axis is its share of the whole.
        double variance = (gaussian / shape.ions() + fit.shotVariance() * Math.max(0, share)) * fit.phi();
        double white = ExactCovariance.variance(line.covariance().isotropic(0, line.noiseA2()), weights);
        double memory = white > 0 ? Math.max(1, fit.vibrationVariance() / white) : 1;
        double noiseVariance = vibration / shape.ions() * memory * fit.phi();
        return new AxisSlope(direction, slope, Math.sqrt(variance), Math.sqrt(noiseVariance));
    }

    /** Motion along this axis exceeds thrice what vibration alone could fake: the axis was picked as the largest left. */
    boolean resolved() {
        return slopeA2PerFrame > 0 && slopeA2PerFrame >= RESOLVED * noiseStd;
    }
}
