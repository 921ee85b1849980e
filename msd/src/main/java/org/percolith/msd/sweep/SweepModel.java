package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** All that could be fitted to {@code points} points, the one line first. */
    static List<SweepModel> compare(
            int points, ArrheniusFit line, Optional<Curvature> curvature, Optional<TwoRegimes> regimes) {
        List<SweepModel> models = new ArrayList<>();
        models.add(of("arrhenius", 2, line.chiSquared(), points));
        regimes.ifPresent(r -> models.add(of("two-regime", TwoRegimes.PARAMETERS, r.chiSquared(), points)));
        curvature.ifPresent(c -> models.add(of("curved", Curvature.PARAMETERS, c.chiSquared(), points)));
        return models;
    }

    static SweepModel of(String name, int parameters, double chiSquared, int points) {
        int spare = points - parameters - 1;
        OptionalDouble aicc = spare > 0
                ? OptionalDouble.of(chiSquared + 2.0 * parameters + 2.0 * parameters * (parameters + 1) / spare)
                : OptionalDouble.empty();
        return new SweepModel(
                name, parameters, chiSquared, aicc, -0.5 * chiSquared - 0.5 * parameters * Math.log(points));
    }
}
