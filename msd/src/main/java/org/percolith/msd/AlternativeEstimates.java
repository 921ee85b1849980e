package org.percolith.msd;

import java.util.Arrays;
import org.percolith.trajectory.quantity.Estimate;

/**
 * D* by customary recipes, for comparison. Each is linear in the mean squared displacement, D = Σ w_ℓ MSD(ℓ)/(6Δ), and
 * carries the error that the exact covariance gives those weights, not the textbook error of a straight line.
 *
 * @param ordinaryLeastSquaresCm2PerS straight line over lags of 10 to 50 % of the run
 * @param endPointCm2PerS MSD at half the run, divided by 6 t
 * @param halfWindowCm2PerS straight line over the later half of the lags of the main fit
 */
public record AlternativeEstimates(
        Estimate ordinaryLeastSquaresCm2PerS, Estimate endPointCm2PerS, Estimate halfWindowCm2PerS) {

    private static final int LAGS = 200;

    static AlternativeEstimates withheld(String reason) {
        Estimate none = Estimate.withheld(reason);
        return new AlternativeEstimates(none, none, none);
    }

    static AlternativeEstimates of(
            MsdLine line, DiffusiveFit fit, MeanSquaredDisplacement msd, RunShape shape, DiffusionSettings settings) {
        int n = shape.longest();
        int end = fit.endLag();
        int[] tenthToHalf = LagGrid.linear(Math.max(1, n / 10), n / 2, LAGS);
        int[] laterHalf = LagGrid.linear((fit.startLag() + end) / 2, end, LAGS);
        int[] last = {end};
        Linear linear = new Linear(line, fit, msd, shape, settings.cm2PerSPerSlope());
        return new AlternativeEstimates(
                linear.estimate(tenthToHalf, straightLine(tenthToHalf)),
                linear.estimate(last, new double[] {1.0 / end}),
                linear.estimate(laterHalf, straightLine(laterHalf)));
    }

    /** Weights of the unweighted least-squares slope, (ℓ − ⟨ℓ⟩)/Σ(ℓ − ⟨ℓ⟩)². */
    private static double[] straightLine(int[] lags) {
        double mean = Arrays.stream(lags).average().orElse(0);
        double[] weights = new double[lags.length];
        double sum = 0;
        for (int k = 0; k < lags.length; k++) {
            weights[k] = lags[k] - mean;
            sum += weights[k] * weights[k];
        }
        for (int k = 0; k < lags.length; k++) {
            weights[k] /= sum;
        }
        return weights;
    }

    /** Value and exact standard deviation of a weighted sum, under the fitted line. */
    private record Linear(MsdLine line, DiffusiveFit fit, MeanSquaredDisplacement msd, RunShape shape, double unit) {

        Estimate estimate(int[] lags, double[] weights) {
            if (lags.length == 0 || !Double.isFinite(weights[0])) {
                return Estimate.withheld("the run is too short for this recipe");
            }
            double slope = 0;
            for (int k = 0; k < lags.length; k++) {
                slope += weights[k] * msd.totalA2(lags[k]);
            }
            ExactCovariance covariance = new ExactCovariance(lags, shape);
            double gaussian =
                    ExactCovariance.variance(covariance.isotropic(line.stepVarianceA2(), line.noiseA2()), weights);
            double shot = fit.excessPerFrameA4() * covariance.shotVariancePerExcess(weights);
            double variance = (fit.gaussianFactor() * gaussian + shot) * fit.phi();
            return Estimate.normal(slope * unit, Math.sqrt(variance) * unit);
        }
    }
}
