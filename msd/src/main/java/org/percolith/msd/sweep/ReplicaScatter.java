package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Runs of one temperature (replicas, or quenches of a glass) as a hierarchy: each ln D scatters about its temperature's
 * mean by its own error s² (within a run) and by τ² (between runs), the same at all temperatures.
 *
 * <p>τ² by the method of moments (DerSimonian and Laird, Control. Clin. Trials 7, 177 (1986)) over all temperatures:
 * τ² = max(0, [Σ w (y − ȳ_T)² − Σ(n_T − 1)]/Σ_T(Σw − Σw²/Σw)), w = 1/s².
 *
 * @param betweenVariance τ² of ln D; 0 without replicas
 * @param degreesOfFreedom runs minus temperatures
 */
public record ReplicaScatter(double betweenVariance, int degreesOfFreedom) {

    static ReplicaScatter of(List<LogPoint> points) {
        TreeMap<Double, List<LogPoint>> byTemperature = new TreeMap<>();
        for (LogPoint point : points) {
            byTemperature
                    .computeIfAbsent(point.point().temperatureK(), t -> new ArrayList<>())
                    .add(point);
        }
        double excess = 0;
        double scale = 0;
        for (List<LogPoint> replicas : byTemperature.values()) {
            double weight = replicas.stream().mapToDouble(p -> 1 / p.variance()).sum();
            double squares = replicas.stream()
                    .mapToDouble(p -> 1 / (p.variance() * p.variance()))
                    .sum();
            double mean = replicas.stream()
                            .mapToDouble(p -> p.lnDiffusivity() / p.variance())
                            .sum()
                    / weight;
            excess += replicas.stream()
                            .mapToDouble(p -> (p.lnDiffusivity() - mean) * (p.lnDiffusivity() - mean) / p.variance())
                            .sum()
                    - (replicas.size() - 1);
            scale += weight - squares / weight;
        }
        int freedom = points.size() - byTemperature.size();
        return new ReplicaScatter(freedom > 0 ? Math.max(0, excess / scale) : 0, freedom);
    }

    /** The points with the variance between runs added to their own. */
    List<LogPoint> widened(List<LogPoint> points) {
        return betweenVariance == 0
                ? points
                : points.stream().map(p -> p.widened(betweenVariance)).toList();
    }
}
