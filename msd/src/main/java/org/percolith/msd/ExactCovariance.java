package org.percolith.msd;

import org.ejml.data.DMatrixRMaj;

/**
 * Exact finite-length covariance of an all-origins mean squared displacement between a set of lags, per ion and per
 * dimension, for Gaussian steps of variance s per frame seen through white position noise of variance a/2:
 *
 * <p>Cov(y_i, y_j) = s² C0(i,j) + a s C1(i,j) + a² C2(i,j)
 *
 * <p>(Bullerjahn, von Bülow and Hummer, J. Chem. Phys. 153, 024116 (2020), Eq. 8.) For a run of several pieces p the
 * windows are pooled: C(i,j) = Σ_p K_i^p K_j^p/(K_i K_j) C^p(i,j), with K_i^p = n_p − i + 1 windows.
 */
final class ExactCovariance {

    private final int[] lags;
    private final RunShape shape;
    private final double[] c0;
    private final double[] c1;
    private final double[] c2;

    ExactCovariance(int[] lags, RunShape shape) {
        this.lags = lags.clone();
        this.shape = shape;
        int size = lags.length;
        c0 = new double[size * size];
        c1 = new double[size * size];
        c2 = new double[size * size];
        for (int n : shape.intervals()) {
            addPiece(n);
        }
    }

    private void addPiece(int n) {
        int size = lags.length;
        double[] share = new double[size];
        for (int k = 0; k < size; k++) {
            share[k] = (double) Math.max(0, n - lags[k] + 1) / shape.windows(lags[k]);
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int i = lags[row];
                int j = lags[column];
                if (Math.max(i, j) <= n) {
                    double both = share[row] * share[column];
                    c0[row * size + column] += both * c0(i, j, n);
                    c1[row * size + column] += both * c1(i, j, n);
                    c2[row * size + column] += both * c2(i, j, n);
                }
            }
        }
    }

    RunShape shape() {
        return shape;
    }

    /** Covariance matrix of the total over three equal dimensions and all ions: (d/N)(s² C0 + a s C1 + a² C2), Å⁴. */
    DMatrixRMaj isotropic(double s, double a) {
        DMatrixRMaj matrix = perDimension(s, a);
        double factor = (double) RunShape.DIMENSIONS / shape.ions();
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= factor;
        }
        return matrix;
    }

    /** Covariance matrix for one ion and one dimension, s² C0 + a s C1 + a² C2, Å⁴. */
    DMatrixRMaj perDimension(double s, double a) {
        DMatrixRMaj matrix = new DMatrixRMaj(lags.length, lags.length);
        for (int k = 0; k < c0.length; k++) {
            matrix.data[k] = s * s * c0[k] + a * s * c1[k] + a * a * c2[k];
        }
        return matrix;
    }

    /** wᵀ C w of a covariance matrix. */
    static double variance(DMatrixRMaj covariance, double[] weights) {
        double sum = 0;
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < weights.length; column++) {
                sum += weights[row] * covariance.data[row * weights.length + column] * weights[column];
            }
        }
        return sum;
    }

    /**
     * What a fourth cumulant κ per frame (Å⁴) adds to the variance of Σ w_ℓ y_ℓ, divided by κ: wᵀGw/N with the overlap
     * sums G_ij ≈ Σ_p K_i^p K_j^p/(K_i K_j) i j/n_p. For one piece and a slope it is 1/(N n).
     */
    double shotVariancePerExcess(double[] weights) {
        double sum = 0;
        for (int n : shape.intervals()) {
            double overlap = 0;
            for (int k = 0; k < lags.length; k++) {
                overlap += weights[k] * lags[k] * Math.max(0, n - lags[k] + 1) / shape.windows(lags[k]);
            }
            sum += overlap * overlap / n;
        }
        return sum / shape.ions();
    }

    /** Diffusive part: covariance of lags i and j for unit step variance, no noise, n intervals. */
    static double c0(int i, int j, int n) {
        double m = Math.min(i, j);
        double windows = (double) (n - i + 1) * (n - j + 1);
        double square = m * m;
        double main = 2 * m * (1 + 3.0 * i * j - square) / (n - m + 1);
        double corner = (square - square * square) / windows;
        double h = n + 1.0 - i - j;
        double end = h <= -1 ? (h * h * h * h - h * h) / windows : 0;
        return (main + corner + end) / 3;
    }

    /** Cross part between steps and position noise. */
    static double c1(int i, int j, int n) {
        double m = Math.min(i, j);
        return 4 * m / (n - m + 1);
    }

    /** Noise part. */
    static double c2(int i, int j, int n) {
        double m = Math.min(i, j);
        double windows = (double) (n - i + 1) * (n - j + 1);
        return (i == j ? 2 : 1) / (n - m + 1) + Math.max(n - i - j + 1, 0) / windows;
    }

    /**
     * Shot part: Σ_m c_i(m) c_j(m)/(K_i K_j), with c_i(m) = min(m, i, n − i + 1, n + 1 − m) the number of windows of lag i
     * that contain interval m.
     */
    static double g(int i, int j, int n) {
        double windows = (double) (n - i + 1) * (n - j + 1);
        double heightI = Math.min(i, n - i + 1);
        double heightJ = Math.min(j, n - j + 1);
        double p = Math.min(heightI, heightJ);
        double q = Math.max(heightI, heightJ);
        double flank = p * (p + 1) * (2 * p + 1) / 6 + p * (q * (q + 1) - p * (p + 1)) / 2;
        return (2 * flank + (n - 2 * q) * p * q) / windows;
    }
}
