package org.percolith.msd.vanhove;

import java.util.List;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Distances from where one ion was to where the others are a lag later, nearest image, with exact shell volumes. */
final class DistinctPairs {

    private DistinctPairs() {}

    /** Counts over what a uniform density of the other N − 1 ions would give, {@code [lag][bin]}. */
    static double[][] relativeDensity(
            IonTracks tracks, int[] lags, double width, int bins, int origins, TaskRunner runner) {
        Cell cell = tracks.cell();
        // Within half the shortest height, rounding fractional differences finds the nearest image in any cell.
        int reach = Math.min(bins, (int) (0.5 * cell.shortestHeightA() / width));
        double[][] path = fractionalRows(tracks);
        List<double[]> parts = runner.map(lags.length, k -> {
            long[] counts = new long[reach];
            long samples = 0;
            for (FrameRange piece : tracks.pieces()) {
                int windows = piece.frames() - lags[k];
                int used = Math.min(origins, windows);
                for (int origin = 0; origin < used; origin++) {
                    int frame = piece.from() + (int) ((long) origin * windows / used);
                    count(path[frame], path[frame + lags[k]], cell, width, counts);
                    samples++;
                }
            }
            return density(counts, samples, tracks.ions(), cell.volumeA3(), width, bins);
        });
        return parts.toArray(new double[0][]);
    }

    /** Frame-major copy {@code [frame][3 * ion + axis]}, which the pair loop needs. */
    private static double[][] fractionalRows(IonTracks tracks) {
        FrameRange whole = new FrameRange(0, tracks.frames());
        double[][] rows = new double[tracks.frames()][3 * tracks.ions()];
        double[] series = new double[tracks.frames()];
        for (int column = 0; column < 3 * tracks.ions(); column++) {
            tracks.fractional(column / 3, column % 3, whole, series);
            for (int frame = 0; frame < series.length; frame++) {
                rows[frame][column] = series[frame];
            }
        }
        return rows;
    }

    private static void count(double[] before, double[] after, Cell cell, double width, long[] counts) {
        double limit = width * counts.length;
        for (int i = 0; i < before.length; i += 3) {
            for (int j = 0; j < after.length; j += 3) {
                double a = after[j] - before[i];
                double b = after[j + 1] - before[i + 1];
                double c = after[j + 2] - before[i + 2];
                double squared = cell.squaredLengthA2(a - Math.rint(a), b - Math.rint(b), c - Math.rint(c));
                if (i != j && squared < limit * limit) {
                    counts[Math.min(counts.length - 1, (int) (Math.sqrt(squared) / width))]++;
                }
            }
        }
    }

    private static double[] density(long[] counts, long samples, int ions, double volumeA3, double width, int bins) {
        double[] density = new double[bins];
        double pairs = (double) samples * ions * (ions - 1);
        for (int bin = 0; bin < counts.length && pairs > 0; bin++) {
            double inner = bin * width;
            double outer = inner + width;
            double shell = 4 * Math.PI / 3 * (outer * outer * outer - inner * inner * inner);
            density[bin] = counts[bin] * volumeA3 / (pairs * shell);
        }
        return density;
    }
}
