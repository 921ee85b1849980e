package org.percolith.msd;

import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Share of the ions that were ever found further than a given distance from where they started. */
public final class MobileFraction {

    private static final double START_SHARE = 0.05;
    private static final double Z95 = 1.959963984540054;

    private MobileFraction() {}

    /**
     * Ions whose largest distance from their own mean position over the first 5 % of the frames of a piece exceeds
     * {@code distanceA}, with the Wilson 95 % interval.
     */
    public static Estimate.Measured beyond(double distanceA, IonTracks tracks, TaskRunner runner) {
        List<Integer> counts = IonGroups.map(tracks.ions(), runner, (from, to) -> {
            int count = 0;
            for (int ion = from; ion < to; ion++) {
                count += largestSquaredDistance(tracks, ion) > distanceA * distanceA ? 1 : 0;
            }
            return count;
        });
        int mobile = counts.stream().mapToInt(Integer::intValue).sum();
        return wilson(mobile, tracks.ions());
    }

    private static double largestSquaredDistance(IonTracks tracks, int ion) {
        double largest = 0;
        for (FrameRange piece : tracks.pieces()) {
            int frames = piece.frames();
            double[][] path = new double[3][frames];
            tracks.cartesian(ion, piece, path[0], path[1], path[2]);
            int first = Math.max(1, (int) (START_SHARE * frames));
            double[] squared = new double[frames];
            for (double[] axis : path) {
                double sum = 0;
                for (int k = 0; k < first; k++) {
                    sum += axis[k];
                }
                double start = sum / first;
                for (int k = 0; k < frames; k++) {
                    squared[k] += (axis[k] - start) * (axis[k] - start);
                }
            }
            for (double value : squared) {
                largest = Math.max(largest, value);
            }
        }
        return largest;
    }

    /** Share k/n with the score interval of Wilson, J. Am. Stat. Assoc. 22, 209 (1927). */
    static Estimate.Measured wilson(int successes, int trials) {
        double n = trials;
        double share = successes / n;
        double z2 = Z95 * Z95;
        double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        double half = Z95 / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n));
        double lower = Math.min(share, Math.max(0, centre - half));
        double upper = Math.max(share, Math.min(1, centre + half));
        return new Estimate.Measured(share, Math.sqrt(share * (1 - share) / n), lower, upper);
    }
}
