package org.percolith.msd.sweep;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Linear least squares with independent errors: b = P Xᵀ S⁻¹ y, P = (Xᵀ S⁻¹ X)⁻¹, S = diag(variances).
 */
final class WeightedLeastSquares {

    private final double[] parameters;
    private final DMatrixRMaj covariance;
    private final double chiSquared;

    private WeightedLeastSquares(double[] parameters, DMatrixRMaj covariance, double chiSquared) {
        this.parameters = parameters;
        this.covariance = covariance;
        this.chiSquared = chiSquared;
    }

    /**
     * Fits y = X b.
     *
     * @param columns X by columns {@code [parameter][point]}
     * @throws ArithmeticException if the columns are not independent
     */
    static WeightedLeastSquares fit(double[][] columns, double[] y, double[] variances) {
        int size = columns.length;
        DMatrixRMaj normal = new DMatrixRMaj(size, size);
        double[] right = new double[size];
        for (int row = 0; row < size; row++) {
            for (int k = 0; k < y.length; k++) {
                right[row] += columns[row][k] * y[k] / variances[k];
                for (int column = 0; column < size; column++) {
                    normal.data[row * size + column] += columns[row][k] * columns[column][k] / variances[k];
                }
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        if (!CommonOps_DDRM.invert(normal, covariance)) {
            throw new ArithmeticException("the temperatures do not determine " + size + " parameters");
        }
        double[] parameters = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                parameters[row] += covariance.get(row, column) * right[column];
            }
        }
        double chiSquared = 0;
        for (int k = 0; k < y.length; k++) {
            double residual = y[k];
            for (int row = 0; row < size; row++) {
                residual -= parameters[row] * columns[row][k];
            }
            chiSquared += residual * residual / variances[k];
        }
        return new WeightedLeastSquares(parameters, covariance, chiSquared);
    }

    double parameter(int index) {
        return parameters[index];
    }

    double covariance(int row, int column) {
        return covariance.get(row, column);
    }

    double chiSquared() {
        return chiSquared;
    }
}
