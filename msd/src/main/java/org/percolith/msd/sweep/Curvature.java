package org.percolith.msd.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The quadratic term of the Arrhenius plot: ln D = ln D₀ − Ea x + b (x − x̄)², x = 1/(kB T).
 *
 * @param coefficientEv2 b, eV²
 * @param std of b, eV²
 * @param chiSquared of the curved fit
 */
record Curvature(double coefficientEv2, double std, double chiSquared) {

    static final int PARAMETERS = 3;

    /** The curved fit of at least four points with errors, at three or more temperatures. */
    static Optional<Curvature> of(List<LogPoint> points) {
        long temperatures = points.stream()
                .mapToDouble(LogPoint::inverseTemperaturePerEv)
                .distinct()
                .count();
        if (points.size() <= PARAMETERS
                || temperatures < PARAMETERS
                || points.stream().anyMatch(p -> p.variance() == 0)) {
            return Optional.empty();
        }
        double[] x =
                points.stream().mapToDouble(LogPoint::inverseTemperaturePerEv).toArray();
        double mean = Arrays.stream(x).average().orElse(0);
        double[][] columns = {
            Arrays.stream(x).map(v -> 1).toArray(),
            Arrays.stream(x).map(v -> mean - v).toArray(),
            Arrays.stream(x).map(v -> (v - mean) * (v - mean)).toArray()
        };
        double[] y = points.stream().mapToDouble(LogPoint::lnDiffusivity).toArray();
        double[] variances = points.stream().mapToDouble(LogPoint::variance).toArray();
        WeightedLeastSquares fit = WeightedLeastSquares.fit(columns, y, variances);
        return Optional.of(new Curvature(fit.parameter(2), Math.sqrt(fit.covariance(2, 2)), fit.chiSquared()));
    }

    /** b in standard deviations. */
    double significance() {
        return coefficientEv2 / std;
    }
}
