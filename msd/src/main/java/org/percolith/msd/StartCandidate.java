package org.percolith.msd;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The diffusive line fitted from one start lag on, over the lags of a grid that all candidates share.
 *
 * @param line the fitted line; its first lag is the start
 * @param anisotropy factor A of unequal axes
 * @param phi χ²/dof of the line
 */
record StartCandidate(MsdLine line, double anisotropy, double phi) {

    private static final int LAGS = 32;

    /** The candidate that uses the lags of {@code grid} from index {@code first} on. */
    static StartCandidate at(int first, int[] grid, MeanSquaredDisplacement msd, RunShape shape) {
        int[] lags = Arrays.copyOfRange(grid, first, grid.length);
        MsdLine line = MsdLine.fit(lags, msd.totalsA2(lags), shape);
        double anisotropy = line.anisotropy(msd);
        return new StartCandidate(line, anisotropy, GoodnessOfFit.chiSquaredPerDof(line, msd, anisotropy));
    }

    /** The line over 32 log-spaced lags from {@code startLag} to {@code endLag}. */
    static MsdLine fit(int startLag, int endLag, MeanSquaredDisplacement msd, RunShape shape) {
        int[] lags = LagGrid.logarithmic(startLag, endLag, LAGS);
        return MsdLine.fit(lags, msd.totalsA2(lags), shape);
    }

    int startLag() {
        return line.startLag();
    }

    /** β, Å² per frame. */
    double slopeA2PerFrame() {
        return line.line().slope();
    }

    /** Standard deviation of β without shot noise, Å² per frame. */
    double slopeStd() {
        return Math.sqrt(line.line().slopeVariance() * anisotropy * Math.max(1, phi));
    }

    double relativeStd() {
        return slopeA2PerFrame() > 0 ? slopeStd() / slopeA2PerFrame() : Double.POSITIVE_INFINITY;
    }

    double squaredChange(StartCandidate other) {
        double change = other.slopeA2PerFrame() - slopeA2PerFrame();
        return change * change;
    }

    /**
     * Variance of β(ℓ') − β(ℓ) for a later start ℓ' on the same grid, ions taken as independent: w'ᵀΣw' − V(ℓ), both in
     * the covariance Σ of this line. A later slope that is low by chance does not shrink the yardstick it is held
     * against. This line is efficient, so its covariance with any other is its own variance.
     */
    double varianceOfDifference(StartCandidate later) {
        DMatrixRMaj covariance = line.covariance().isotropic(line.stepVarianceA2(), line.noiseA2());
        double[] weights = later.line.line().weights();
        double[] padded = new double[covariance.numCols];
        System.arraycopy(weights, 0, padded, padded.length - weights.length, weights.length);
        double variance =
                ExactCovariance.variance(covariance, padded) - line.line().slopeVariance();
        return Math.max(0, variance) * anisotropy;
    }

    /** |β(ℓ') − β(ℓ)| in standard deviations of what chance allows; |β(ℓ) ln β(ℓ')/β(ℓ)| where the slope rises. */
    double deviation(StartCandidate later) {
        double slope = slopeA2PerFrame();
        boolean rises = slope > 0 && later.slopeA2PerFrame() > slope;
        double change = rises ? slope * Math.log(later.slopeA2PerFrame() / slope) : Math.sqrt(squaredChange(later));
        return change / Math.sqrt(varianceOfDifference(later));
    }
}
