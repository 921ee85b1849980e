package org.percolith.msd;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The line MSD(ℓ) = c + β ℓ over a set of lags (frames), fitted with the exact covariance of its own parameters.
 *
 * <p>Σ depends on the step variance s = β/3 and the noise a = c/3, so the fit is iterated to a fixed point.
 */
final class MsdLine {

    private static final int MAX_ITERATIONS = 50;
    private static final double TOLERANCE = 1e-7;

    private final int[] lags;
    private final ExactCovariance covariance;
    private final WeightedLine line;
    private final double stepVarianceA2;
    private final double noiseA2;

    private MsdLine(int[] lags, ExactCovariance covariance, WeightedLine line, double s, double a) {
        this.lags = lags;
        this.covariance = covariance;
        this.line = line;
        stepVarianceA2 = s;
        noiseA2 = a;
    }

    /**
     * Fits the line to {@code totalsA2} at {@code lags}.
     *
     * @param lags at least three, rising
     * @param totalsA2 mean squared displacements, positive
     */
    static MsdLine fit(int[] lags, double[] totalsA2, RunShape shape) {
        int last = lags.length - 1;
        double[] x = frames(lags);
        ExactCovariance covariance = new ExactCovariance(lags, shape);
        double floor = 1e-4 * totalsA2[0] / (lags[0] * (double) RunShape.DIMENSIONS);
        double chord = (totalsA2[last] - totalsA2[0]) / (lags[last] - lags[0]);
        double s = Math.max(chord / RunShape.DIMENSIONS, floor);
        double a = Math.max(totalsA2[0] / RunShape.DIMENSIONS - s * lags[0], 0);
        for (int iteration = 1; ; iteration++) {
            WeightedLine line = GeneralisedLeastSquares.line(covariance.isotropic(s, a), x, totalsA2);
            double nextS = Math.max(line.slope() / RunShape.DIMENSIONS, floor);
            double nextA = Math.max(line.intercept() / RunShape.DIMENSIONS, 0);
            boolean settled =
                    Math.abs(nextS - s) <= TOLERANCE * s && Math.abs(nextA - a) <= TOLERANCE * (a + s * lags[0]);
            if (settled || iteration == MAX_ITERATIONS) {
                return new MsdLine(lags.clone(), covariance, line, s, a);
            }
            s = nextS;
            a = nextA;
        }
    }

    /** The line over another set of lags, in the covariance of this line's parameters, widened by unequal axes. */
    WeightedLine over(int[] otherLags, MeanSquaredDisplacement msd, double anisotropy) {
        DMatrixRMaj sigma = new ExactCovariance(otherLags, covariance.shape()).isotropic(stepVarianceA2, noiseA2);
        CommonOps_DDRM.scale(anisotropy, sigma);
        return GeneralisedLeastSquares.line(sigma, frames(otherLags), msd.totalsA2(otherLags));
    }

    /** The line over another set of lags in the full covariance. */
    WeightedLine over(int[] otherLags, MeanSquaredDisplacement msd, DisplacementCovariance full) {
        return GeneralisedLeastSquares.line(full.between(otherLags), frames(otherLags), msd.totalsA2(otherLags));
    }

    /**
     * The same line over few lags of its window, for slopes of many parts of the data: its weights are those of its own
     * covariance there, and lose little.
     */
    MsdLine coarse(int count) {
        int[] few = LagGrid.logarithmic(startLag(), endLag(), count);
        ExactCovariance among = new ExactCovariance(few, covariance.shape());
        double[] values = Arrays.stream(few)
                .mapToDouble(lag -> line.intercept() + line.slope() * lag)
                .toArray();
        WeightedLine over = GeneralisedLeastSquares.line(among.isotropic(stepVarianceA2, noiseA2), frames(few), values);
        return new MsdLine(few, among, over, stepVarianceA2, noiseA2);
    }

    private static double[] frames(int[] lags) {
        return Arrays.stream(lags).asDoubleStream().toArray();
    }

    int[] lags() {
        return lags.clone();
    }

    int startLag() {
        return lags[0];
    }

    int endLag() {
        return lags[lags.length - 1];
    }

    WeightedLine line() {
        return line;
    }

    ExactCovariance covariance() {
        return covariance;
    }

    /** s = β/3, the variance of a step along one axis, Å² per frame. */
    double stepVarianceA2() {
        return stepVarianceA2;
    }

    /** a = c/3, the vibrational offset along one axis, Å². */
    double noiseA2() {
        return noiseA2;
    }

    /** Slope of the displacement tensor with the weights of the line, Å² per frame. */
    SymmetricTensor tensorSlope(MeanSquaredDisplacement msd) {
        double[] weights = line.weights();
        SymmetricTensor slope = SymmetricTensor.ZERO;
        for (int k = 0; k < lags.length; k++) {
            slope = slope.plus(msd.tensorA2(lags[k]), weights[k]);
        }
        return slope;
    }

    /** A = d tr(D²)/(tr D)², by which unequal axes widen the covariance: 1 (isotropic) to 3 (one axis). */
    double anisotropy(MeanSquaredDisplacement msd) {
        SymmetricTensor slope = tensorSlope(msd);
        double trace = slope.trace();
        if (trace <= 0) {
            return 1;
        }
        double ratio = RunShape.DIMENSIONS * slope.traceOfSquare() / (trace * trace);
        return Math.min(Math.max(ratio, 1), RunShape.DIMENSIONS);
    }
}
