package org.percolith.msd;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Best linear unbiased line through correlated points: minimises (y − c − b x)ᵀ Σ⁻¹ (y − c − b x).
 *
 * <p>Σ is scaled to unit diagonal and factored as L Lᵀ; x and 1 are whitened by L⁻¹ and made orthogonal, so that no
 * normal matrix is inverted.
 */
final class GeneralisedLeastSquares {

    private GeneralisedLeastSquares() {}

    /**
     * The line through (x, y).
     *
     * @throws ArithmeticException if Σ is not positive definite, which no covariance matrix can be
     */
    static WeightedLine line(DMatrixRMaj covariance, double[] x, double[] y) {
        int size = x.length;
        double[] scale = new double[size];
        for (int k = 0; k < size; k++) {
            scale[k] = Math.sqrt(covariance.data[k * size + k]);
        }
        double[] lower = factor(covariance, scale);
        double[] u = whitened(lower, x, scale);
        double[] one = whitened(lower, ones(size), scale);
        double[] v = whitened(lower, y, scale);

        double oneOne = dot(one, one);
        double lean = dot(u, one) / oneOne;
        double[] across = new double[size];
        for (int k = 0; k < size; k++) {
            across[k] = u[k] - lean * one[k];
        }
        double slopeVariance = 1 / dot(across, across);
        double slope = dot(across, v) * slopeVariance;
        double intercept = dot(one, v) / oneOne - slope * lean;
        double chiSquared = 0;
        for (int k = 0; k < size; k++) {
            double residual = v[k] - slope * u[k] - intercept * one[k];
            chiSquared += residual * residual;
        }
        TriangularSolver_DDRM.solveTranL(lower, across, size);
        for (int k = 0; k < size; k++) {
            across[k] *= slopeVariance / scale[k];
        }
        return new WeightedLine(slope, intercept, slopeVariance, chiSquared, across);
    }

    private static double[] factor(DMatrixRMaj covariance, double[] scale) {
        int size = scale.length;
        DMatrixRMaj correlation = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int at = row * size + column;
                correlation.data[at] = covariance.data[at] / (scale[row] * scale[column]);
            }
        }
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(size, true);
        if (!cholesky.decompose(correlation)) {
            throw new ArithmeticException("the covariance of " + size + " lags is not positive definite");
        }
        return cholesky.getT(null).data;
    }

    private static double[] whitened(double[] lower, double[] values, double[] scale) {
        double[] result = new double[scale.length];
        for (int k = 0; k < scale.length; k++) {
            result[k] = values[k] / scale[k];
        }
        TriangularSolver_DDRM.solveL(lower, result, scale.length);
        return result;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
