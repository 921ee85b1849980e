package org.percolith.msd.estimators;

import java.util.Arrays;

/**
 * The textbook least-squares line y = c + m x, weighted or not: errors of the points are taken as independent, which
 * those of a mean squared displacement are not.
 *
 * @param slope m
 * @param slopeStd √(n S/[(n Σx² − (Σx)²)(n − 2)]) with S the (weighted) sum of squared residuals
 */
record StraightLine(double slope, double slopeStd) {

    /** The unweighted line. */
    static StraightLine fit(double[] x, double[] y) {
        double[] ones = new double[x.length];
        Arrays.fill(ones, 1);
        return fit(x, y, ones);
    }

    /** Minimises Σ w (y − c − m x)². */
    static StraightLine fit(double[] x, double[] y, double[] weights) {
        int n = x.length;
        double total = 0;
        double meanX = 0;
        double meanY = 0;
        double plainMean = 0;
        for (int k = 0; k < n; k++) {
            total += weights[k];
            meanX += weights[k] * x[k];
            meanY += weights[k] * y[k];
            plainMean += x[k] / n;
        }
        meanX /= total;
        meanY /= total;
        double across = 0;
        double along = 0;
        double plainSpread = 0;
        for (int k = 0; k < n; k++) {
            across += weights[k] * (x[k] - meanX) * (x[k] - meanX);
            along += weights[k] * (x[k] - meanX) * (y[k] - meanY);
            plainSpread += (x[k] - plainMean) * (x[k] - plainMean);
        }
        double slope = along / across;
        double residuals = 0;
        for (int k = 0; k < n; k++) {
            double residual = y[k] - meanY - slope * (x[k] - meanX);
            residuals += weights[k] * residual * residual;
        }
        return new StraightLine(slope, Math.sqrt(residuals / (plainSpread * (n - 2))));
    }
}
