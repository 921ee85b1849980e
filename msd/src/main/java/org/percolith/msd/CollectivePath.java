package org.percolith.msd;

import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The collective coordinate P(t) = N^(−1/2) Σᵢ rᵢ(t) of equally charged ions, as the track of one pseudo-ion.
 *
 * <p>Its mean squared displacement is ⟨|Σᵢ zΔrᵢ|²⟩/(N z²), which equals the tracer's for uncorrelated motion; so
 * D_σ and D* share one kernel and H_R needs no further factor. Paths must be in the frame of the framework.
 */
final class CollectivePath {

    private CollectivePath() {}

    static IonTracks of(IonTracks tracks, TaskRunner runner) {
        FrameRange whole = new FrameRange(0, tracks.frames());
        List<double[][]> parts =
                IonGroups.map(tracks.ions(), runner, (from, to) -> fractionalSum(tracks, whole, from, to));
        double scale = 1 / Math.sqrt(tracks.ions());
        double[] row = new double[3];
        try (IonTracks.Builder builder =
                new IonTracks.Builder(1, Long.MAX_VALUE, Path.of(System.getProperty("java.io.tmpdir")))) {
            for (int frame = 0; frame < tracks.frames(); frame++) {
                for (int axis = 0; axis < 3; axis++) {
                    double sum = 0;
                    for (double[][] part : parts) {
                        sum += part[axis][frame];
                    }
                    row[axis] = sum * scale;
                }
                builder.add(row);
            }
            return builder.build(tracks.cell(), tracks.pieces());
        }
    }

    private static double[][] fractionalSum(IonTracks tracks, FrameRange whole, int from, int to) {
        double[][] sum = new double[3][whole.frames()];
        double[] path = new double[whole.frames()];
        for (int ion = from; ion < to; ion++) {
            for (int axis = 0; axis < 3; axis++) {
                tracks.fractional(ion, axis, whole, path);
                double start = path[0];
                for (int k = 0; k < path.length; k++) {
                    sum[axis][k] += path[k] - start;
                }
            }
        }
        return sum;
    }
}
