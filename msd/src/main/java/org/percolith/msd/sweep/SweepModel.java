package org.percolith.msd.sweep;

import java.util.OptionalDouble;

/**
 * One way to describe a sweep.
 *
 * @param name {@code arrhenius}, {@code two-regime} or {@code curved}
 * @param parameters number of fitted parameters k
 * @param chiSquared weighted sum of squared residuals
 * @param aicc χ² + 2k + 2k(k+1)/(n−k−1), where n > k + 1 (Hurvich and Tsai, Biometrika 76, 297 (1989))
 * @param logEvidence −χ²/2 − (k/2) ln n, the Schwarz approximation up to a constant common to all models
 */
public record SweepModel(String name, int parameters, double chiSquared, OptionalDouble aicc, double logEvidence) {

    static SweepModel of(String name, int parameters, double chiSquared, int points) {
        int spare = points - parameters - 1;
        OptionalDouble aicc = spare > 0
                ? OptionalDouble.of(chiSquared + 2.0 * parameters + 2.0 * parameters * (parameters + 1) / spare)
                : OptionalDouble.empty();
        return new SweepModel(
                name, parameters, chiSquared, aicc, -0.5 * chiSquared - 0.5 * parameters * Math.log(points));
    }
}
