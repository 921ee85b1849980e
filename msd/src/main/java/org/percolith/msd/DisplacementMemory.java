package org.percolith.msd;

import java.util.Arrays;

/**
 * What is left before the line: e(t) = s t + a − M(t), per axis, with M the mean squared displacement along one axis.
 * For white vibration it is a at t = 0 and nothing later; cages that forget slowly, and ions that hop back, stretch it.
 *
 * <p>Kept up to the last lag before the line at which it exceeds a hundredth of M at the start of the line.
 */
final class DisplacementMemory {

    private static final double NEGLIGIBLE = 0.01;

    private final double[] departureA2;

    private DisplacementMemory(double[] departureA2) {
        this.departureA2 = departureA2;
    }

    /** The memory that the measured displacement shows before a fitted line. */
    static DisplacementMemory before(MsdLine line, MeanSquaredDisplacement msd) {
        int start = line.startLag();
        double s = line.stepVarianceA2();
        double atStart = msd.totalA2(start) / RunShape.DIMENSIONS;
        double offset = line.line().slope() > 0 ? line.line().intercept() / RunShape.DIMENSIONS : atStart - s * start;
        double[] departure = new double[start];
        int kept = 1;
        for (int lag = 0; lag < start; lag++) {
            departure[lag] = s * lag + offset - msd.totalA2(lag) / RunShape.DIMENSIONS;
            if (Math.abs(departure[lag]) > NEGLIGIBLE * atStart) {
                kept = lag + 1;
            }
        }
        return new DisplacementMemory(Arrays.copyOf(departure, kept));
    }

    /** Vibration that is fresh in every frame: e(0) = a. */
    static DisplacementMemory white(double noiseA2) {
        return of(noiseA2);
    }

    /** e at lags 0, 1, …; nothing later. */
    static DisplacementMemory of(double... departureA2) {
        return new DisplacementMemory(departureA2.clone());
    }

    /** e(|t|), Å². */
    private double at(int t) {
        int lag = Math.abs(t);
        return lag < departureA2.length ? departureA2[lag] : 0;
    }

    /**
     * What memory and steps of variance s add to the covariance of lags i and j beyond s² C0, for one ion, one axis and
     * n intervals: 2/(K_i K_j) Σ_τ n(τ) (2 s o(τ) h(τ) + h(τ)²), with o the overlap of two windows that start τ apart,
     * n(τ) the number of such pairs and 2h(τ) = e(τ) + e(τ + i − j) − e(τ + i) − e(τ − j).
     */
    double covariance(int i, int j, int n, double s) {
        int[] centres = {-i, Math.min(0, j - i), Math.max(0, j - i), j};
        int reach = departureA2.length - 1;
        double sum = 0;
        int done = Integer.MIN_VALUE;
        for (int centre : centres) {
            for (int tau = Math.max(done, centre - reach); tau <= centre + reach; tau++) {
                int pairs = Math.min(n - i, n - j + tau) - Math.max(0, tau) + 1;
                if (pairs > 0) {
                    double h = 0.5 * (at(tau) + at(tau + i - j) - at(tau + i) - at(tau - j));
                    int overlap = Math.max(0, Math.min(tau + i, j) - Math.max(tau, 0));
                    sum += pairs * h * (2 * s * overlap + h);
                }
            }
            done = Math.max(done, centre + reach + 1);
        }
        return 2 * sum / ((n - i + 1.0) * (n - j + 1.0));
    }
}
