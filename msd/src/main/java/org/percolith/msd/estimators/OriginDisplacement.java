package org.percolith.msd.estimators;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Mean squared displacement from chosen time origins only, as programs without all-origins averaging take it. */
final class OriginDisplacement {

    private static final int MAX_GROUPS = 32;

    private OriginDisplacement() {}

    /**
     * ⟨|r(k + m) − r(k)|²⟩ over all ions and those origins k = 0, {@code stride}, 2 {@code stride} … below
     * {@code origins} from which lag m is still within the piece, for m = 0 to {@code lags} − 1; Å².
     */
    static double[] of(IonTracks tracks, FrameRange piece, int origins, int stride, int lags, TaskRunner runner) {
        int groups = Math.min(MAX_GROUPS, tracks.ions());
        List<double[]> parts = runner.map(groups, group -> {
            double[] sums = new double[lags];
            double[][] path = new double[3][piece.frames()];
            int end = (int) ((long) tracks.ions() * (group + 1) / groups);
            for (int ion = (int) ((long) tracks.ions() * group / groups); ion < end; ion++) {
                tracks.cartesian(ion, piece, path[0], path[1], path[2]);
                for (int origin = 0; origin < origins; origin += stride) {
                    add(path, origin, sums);
                }
            }
            return sums;
        });
        return IntStream.range(0, lags)
                .mapToDouble(lag -> {
                    int last = Math.min(origins, piece.frames() - lag);
                    long count = (long) tracks.ions() * ((last + stride - 1) / stride);
                    return parts.stream().mapToDouble(part -> part[lag]).sum() / count;
                })
                .toArray();
    }

    private static void add(double[][] path, int origin, double[] sums) {
        int lags = Math.min(sums.length, path[0].length - origin);
        for (double[] axis : path) {
            double start = axis[origin];
            for (int lag = 0; lag < lags; lag++) {
                double step = axis[origin + lag] - start;
                sums[lag] += step * step;
            }
        }
    }
}
