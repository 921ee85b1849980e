package org.percolith.msd;

/**
 * The generalised least-squares line y = c + b x with the weights that made it, b = Σ w_k y_k.
 * Variances are those of the covariance matrix that was handed in.
 */
final class WeightedLine {

    private final double slope;
    private final double intercept;
    private final double slopeVariance;
    private final double chiSquared;
    private final double[] weights;

    WeightedLine(double slope, double intercept, double slopeVariance, double chiSquared, double[] weights) {
        this.slope = slope;
        this.intercept = intercept;
        this.slopeVariance = slopeVariance;
        this.chiSquared = chiSquared;
        this.weights = weights;
    }

    double slope() {
        return slope;
    }

    double intercept() {
        return intercept;
    }

    double slopeVariance() {
        return slopeVariance;
    }

    /** rᵀ Σ⁻¹ r of the residuals r. */
    double chiSquared() {
        return chiSquared;
    }

    int degreesOfFreedom() {
        return weights.length - 2;
    }

    double[] weights() {
        return weights.clone();
    }

    /** Σ w_k v_k: the slope that the same weights give to another series. */
    double slopeOf(double[] values) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * values[k];
        }
        return sum;
    }
}
