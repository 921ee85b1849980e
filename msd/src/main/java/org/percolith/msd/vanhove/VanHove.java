package org.percolith.msd.vanhove;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The van Hove correlation functions of the mobile ions (Van Hove, Phys. Rev. 95, 249 (1954)).
 *
 * @param radiusA middles of the bins, Å
 * @param lagPs ps
 * @param selfPerA {@code [lag][bin]}: 4πr² G_s(r, t), the density of the distance an ion has moved, 1/Å; its sum times the
 *     bin width is the share of ions that moved less than the largest radius
 * @param distinct {@code [lag][bin]}: G_d(r, t)/ρ, the chance to find another ion at r from where one was, relative to the
 *     mean density: 1 far out, a peak at r = 0 where ions follow one another
 */
public record VanHove(double[] radiusA, double[] lagPs, double[][] selfPerA, double[][] distinct) {

    private static final int MAX_TASKS = 32;

    /**
     * Both functions. The self part counts all origins of all pieces; the distinct part, whose cost goes as N², at most
     * {@code origins} evenly spaced ones of each piece.
     *
     * @param lags frames, 0 or more, within the longest piece
     * @param largestRadiusA of the self part; the distinct part is 0 beyond half the shortest height of the cell, where
     *     images would be missed
     * @param bins number of bins
     */
    public static VanHove of(
            IonTracks tracks,
            double frameIntervalPs,
            int[] lags,
            double largestRadiusA,
            int bins,
            int origins,
            TaskRunner runner) {
        double width = largestRadiusA / bins;
        return new VanHove(
                IntStream.range(0, bins).mapToDouble(b -> (b + 0.5) * width).toArray(),
                IntStream.of(lags).mapToDouble(lag -> lag * frameIntervalPs).toArray(),
                self(tracks, lags, width, bins, runner),
                DistinctPairs.relativeDensity(tracks, lags, width, bins, origins, runner));
    }

    private static double[][] self(IonTracks tracks, int[] lags, double width, int bins, TaskRunner runner) {
        int tasks = Math.min(MAX_TASKS, tracks.ions());
        List<long[][]> parts = runner.map(tasks, task -> {
            long[][] counts = new long[lags.length][bins];
            int end = (int) ((long) tracks.ions() * (task + 1) / tasks);
            for (int ion = (int) ((long) tracks.ions() * task / tasks); ion < end; ion++) {
                for (FrameRange piece : tracks.pieces()) {
                    double[][] path = new double[3][piece.frames()];
                    tracks.cartesian(ion, piece, path[0], path[1], path[2]);
                    for (int k = 0; k < lags.length; k++) {
                        count(path, lags[k], width, counts[k]);
                    }
                }
            }
            return counts;
        });
        double[][] density = new double[lags.length][bins];
        for (int k = 0; k < lags.length; k++) {
            int lag = lags[k];
            long windows = tracks.pieces().stream()
                    .mapToLong(piece -> Math.max(0, piece.frames() - lag))
                    .sum();
            double samples = (double) windows * tracks.ions();
            for (int bin = 0; bin < bins; bin++) {
                long count = 0;
                for (long[][] part : parts) {
                    count += part[k][bin];
                }
                density[k][bin] = samples == 0 ? 0 : count / (samples * width);
            }
        }
        return density;
    }

    private static void count(double[][] path, int lag, double width, long[] counts) {
        for (int k = 0; k + lag < path[0].length; k++) {
            double dx = path[0][k + lag] - path[0][k];
            double dy = path[1][k + lag] - path[1][k];
            double dz = path[2][k + lag] - path[2][k];
            int bin = (int) (Math.sqrt(dx * dx + dy * dy + dz * dz) / width);
            if (bin < counts.length) {
                counts[bin]++;
            }
        }
    }
}
