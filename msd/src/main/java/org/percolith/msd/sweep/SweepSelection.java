package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Which points of a sweep make the line, and how.
 *
 * @param measured points with a value; all with errors, or all without
 * @param counted points with a bound only, whose few hops are known
 * @param bounded points with a bound of unknown law
 * @param excluded points left out, with reasons
 */
record SweepSelection(
        List<LogPoint> measured,
        List<LogPoint> counted,
        List<BoundedPoint> bounded,
        List<SweepResult.Exclusion> excluded) {

    SweepSelection {
        measured = List.copyOf(measured);
        counted = List.copyOf(counted);
        bounded = List.copyOf(bounded);
        excluded = List.copyOf(excluded);
    }

    /** Bounds enter where the measured points have errors and make a line; else they are excluded. */
    static SweepSelection of(List<SweepPoint> points) {
        List<LogPoint> measured = LogPoint.measured(points);
        boolean bare = measured.stream().allMatch(p -> p.variance() == 0);
        List<LogPoint> used =
                measured.stream().filter(p -> bare || p.variance() > 0).toList();
        boolean line = !bare && temperatures(used) >= 2;
        List<LogPoint> counted = new ArrayList<>();
        List<BoundedPoint> bounded = new ArrayList<>();
        List<SweepResult.Exclusion> excluded = new ArrayList<>();
        for (SweepPoint point : points) {
            if (used.stream().anyMatch(p -> p.point().equals(point))) {
                continue;
            }
            if (line && point.diffusivityCm2PerS() instanceof Estimate.UpperBound bound && bound.upper95() > 0) {
                if (point.law().isPresent()) {
                    counted.add(LogPoint.counted(point, bound));
                } else {
                    bounded.add(BoundedPoint.of(point, bound));
                }
            } else {
                excluded.add(new SweepResult.Exclusion(point.label(), reason(point.diffusivityCm2PerS())));
            }
        }
        return new SweepSelection(used, counted, bounded, excluded);
    }

    private static String reason(Estimate diffusivity) {
        if (diffusivity instanceof Estimate.Measured measured) {
            // Where some points carry an error, one without would have no weight or all of it.
            return measured.value() > 0 ? "no error is given for its diffusivity" : "the diffusivity is not positive";
        }
        if (diffusivity instanceof Estimate.UpperBound bound) {
            return String.format(
                    Locale.ROOT, "only an upper bound, D < %.2g cm²/s: %s", bound.upper95(), bound.reason());
        }
        return ((Estimate.Withheld) diffusivity).reason();
    }

    /** Number of different temperatures. */
    static long temperatures(List<LogPoint> points) {
        return points.stream().map(p -> p.point().temperatureK()).distinct().count();
    }

    /** Whether the measured points carry errors. */
    boolean weighted() {
        return !measured.isEmpty() && measured.get(0).variance() > 0;
    }

    /** Labels of the points that enter by a bound. */
    List<String> boundedLabels() {
        List<String> labels = new ArrayList<>();
        counted.forEach(p -> labels.add(p.point().label()));
        bounded.forEach(p -> labels.add(p.point().label()));
        return labels;
    }
}
