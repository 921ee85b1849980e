package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Windowed displacement products of one piece of a run, summed over ions: for each lag m and each pair of axes,
 * Σᵢ Σ_k Δ_α Δ_β with Δ = r(k+m) − r(k).
 *
 * <p>Σ_k Δ_α Δ_β = Σ_k [q(k) + q(k+m)] − 2 c(m), with q = r_α r_β and c the symmetrised correlation by Wiener-Khinchin
 * (Kneller et al., Comput. Phys. Commun. 91, 191 (1995); Calandrini et al., Collection SFN 12, 201 (2011)). Each path is
 * centred first, so that a drift far from the origin does not cost digits.
 */
final class PieceCorrelation {

    private PieceCorrelation() {}

    /** Sums {@code [pair of axes][lag]}, Å², lags 0 to frames − 1; pairs as in {@link SymmetricTensor#PAIRS}. */
    static double[][] windowSums(IonTracks tracks, FrameRange piece, TaskRunner runner) {
        RealTransform transform = new RealTransform(piece.frames());
        List<GroupSums> parts = IonGroups.map(tracks.ions(), runner, (from, to) -> {
            GroupSums sums = new GroupSums(transform, piece.frames());
            for (int ion = from; ion < to; ion++) {
                sums.add(tracks, ion, piece);
            }
            return sums;
        });
        GroupSums total = parts.get(0);
        parts.subList(1, parts.size()).forEach(total::merge);
        double[][] sums = new double[6][];
        for (int pair = 0; pair < 6; pair++) {
            sums[pair] = windowSum(total.products[pair], transform.correlation(total.power[pair]));
        }
        return sums;
    }

    private static double[] windowSum(double[] products, double[] correlation) {
        int frames = products.length;
        double[] before = new double[frames + 1];
        for (int k = 0; k < frames; k++) {
            before[k + 1] = before[k] + products[k];
        }
        double[] sum = new double[frames];
        for (int lag = 1; lag < frames; lag++) {
            sum[lag] = before[frames - lag] + (before[frames] - before[lag]) - 2 * correlation[lag];
        }
        return sum;
    }

    /** Spectra and frame products of a group of ions, ready to be merged. */
    private static final class GroupSums {

        private final RealTransform transform;
        private final int frames;
        private final double[][] paths;
        private final double[][] power;
        private final double[][] products;

        GroupSums(RealTransform transform, int frames) {
            this.transform = transform;
            this.frames = frames;
            paths = new double[3][transform.length()];
            power = new double[6][transform.frequencies()];
            products = new double[6][frames];
        }

        void add(IonTracks tracks, int ion, FrameRange piece) {
            tracks.cartesian(ion, piece, paths[0], paths[1], paths[2]);
            for (double[] path : paths) {
                centre(path);
            }
            for (int pair = 0; pair < 6; pair++) {
                double[] a = paths[SymmetricTensor.PAIRS[pair][0]];
                double[] b = paths[SymmetricTensor.PAIRS[pair][1]];
                double[] target = products[pair];
                for (int k = 0; k < frames; k++) {
                    target[k] += a[k] * b[k];
                }
            }
            for (double[] path : paths) {
                transform.forward(path);
            }
            for (int pair = 0; pair < 6; pair++) {
                int[] axes = SymmetricTensor.PAIRS[pair];
                transform.addCrossPower(paths[axes[0]], paths[axes[1]], power[pair]);
            }
        }

        private void centre(double[] path) {
            double offset = path[0];
            double sum = 0;
            for (int k = 0; k < frames; k++) {
                sum += path[k] - offset;
            }
            double mean = offset + sum / frames;
            for (int k = 0; k < frames; k++) {
                path[k] -= mean;
            }
            Arrays.fill(path, frames, path.length, 0);
        }

        void merge(GroupSums other) {
            for (int pair = 0; pair < 6; pair++) {
                addTo(power[pair], other.power[pair]);
                addTo(products[pair], other.products[pair]);
            }
        }

        private static void addTo(double[] target, double[] values) {
            for (int k = 0; k < target.length; k++) {
                target[k] += values[k];
            }
        }
    }
}
