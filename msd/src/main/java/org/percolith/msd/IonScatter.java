package org.percolith.msd;

import org.apache.commons.math3.stat.StatUtils;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * What the scatter of the slopes between ions shows beyond Gaussian paths, hops and lasting differences: ions that are
 * fast and slow in turn, over times longer than the start of the line.
 */
final class IonScatter {

    private static final int LAGS = 6;
    private static final int FEWEST_IONS = 10;

    private IonScatter() {}

    /**
     * The fourth cumulant per frame, Å⁴, that such changes add to that of the hops: n times the excess variance of an
     * ion's slope, if it exceeds its own standard error.
     *
     * @param covariance of the whole, with the hops
     */
    static double excessPerFrameA4(
            MsdLine line,
            DisplacementCovariance covariance,
            IonUnevenness unevenness,
            IonTracks tracks,
            TaskRunner runner) {
        if (tracks.ions() < FEWEST_IONS) {
            return 0;
        }
        MsdLine coarse = line.coarse(LAGS);
        double[] slopes = new SlopeSamples(coarse).perIon(tracks, runner);
        double mean = StatUtils.mean(slopes);
        double[] squares = new double[slopes.length];
        for (int ion = 0; ion < slopes.length; ion++) {
            squares[ion] = (slopes[ion] - mean) * (slopes[ion] - mean);
        }
        double observed = StatUtils.variance(slopes) - unevenness.trace();
        double error = Math.sqrt(StatUtils.variance(squares) / slopes.length);
        double expected = tracks.ions()
                * ExactCovariance.variance(
                        covariance.between(coarse.lags()), coarse.line().weights());
        double excess = observed - expected;
        return excess > error ? excess * covariance.shape().total() : 0;
    }
}
