package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Slopes Σ w_ℓ MSD(ℓ) of parts of the data with the weights of the whole: ion by ion, or one time block left out. */
final class SlopeSamples {

    private final int[] lags;
    private final double[] weights;

    /** For the weights of a fitted line. */
    SlopeSamples(MsdLine fit) {
        lags = fit.lags();
        weights = fit.line().weights();
    }

    /** The slope of each ion, Å² per frame. */
    double[] perIon(IonTracks tracks, TaskRunner runner) {
        RunShape shape = RunShape.of(tracks);
        List<double[]> parts = IonGroups.map(tracks.ions(), runner, (from, to) -> {
            double[] slopes = new double[to - from];
            for (FrameRange piece : tracks.pieces()) {
                Path path = new Path(piece);
                for (int ion = from; ion < to; ion++) {
                    path.read(tracks, ion);
                    for (int k = 0; k < lags.length; k++) {
                        double sum = path.squaredSum(lags[k], 0, piece.frames() - lags[k]);
                        slopes[ion - from] += weights[k] * sum / shape.windows(lags[k]);
                    }
                }
            }
            return slopes;
        });
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * The slope without each of {@code blocks} equal stretches of time; a window belongs to the stretch that holds its
     * middle. Å² per frame.
     */
    double[] withoutBlock(IonTracks tracks, int blocks, TaskRunner runner) {
        double[][] counts = new double[blocks][lags.length];
        for (FrameRange piece : tracks.pieces()) {
            for (int block = 0; block < blocks; block++) {
                for (int k = 0; k < lags.length; k++) {
                    counts[block][k] += Math.max(
                            0,
                            end(piece, tracks, block, blocks, lags[k]) - start(piece, tracks, block, blocks, lags[k]));
                }
            }
        }
        List<double[][]> parts =
                IonGroups.map(tracks.ions(), runner, (from, to) -> blockSums(tracks, blocks, from, to));
        double[][] sums = new double[blocks][lags.length];
        for (double[][] part : parts) {
            for (int block = 0; block < blocks; block++) {
                for (int k = 0; k < lags.length; k++) {
                    sums[block][k] += part[block][k];
                }
            }
        }
        double[] slopes = new double[blocks];
        for (int k = 0; k < lags.length; k++) {
            double sum = 0;
            double count = 0;
            for (int block = 0; block < blocks; block++) {
                sum += sums[block][k];
                count += counts[block][k];
            }
            for (int block = 0; block < blocks; block++) {
                double kept = Math.max(1, count - counts[block][k]);
                slopes[block] += weights[k] * (sum - sums[block][k]) / (kept * tracks.ions());
            }
        }
        return slopes;
    }

    private double[][] blockSums(IonTracks tracks, int blocks, int from, int to) {
        double[][] sums = new double[blocks][lags.length];
        for (FrameRange piece : tracks.pieces()) {
            Path path = new Path(piece);
            for (int ion = from; ion < to; ion++) {
                path.read(tracks, ion);
                for (int block = 0; block < blocks; block++) {
                    for (int k = 0; k < lags.length; k++) {
                        int first = start(piece, tracks, block, blocks, lags[k]);
                        int last = end(piece, tracks, block, blocks, lags[k]);
                        sums[block][k] += path.squaredSum(lags[k], first, last);
                    }
                }
            }
        }
        return sums;
    }

    /** First window of the piece whose middle lies in the block. */
    private static int start(FrameRange piece, IonTracks tracks, int block, int blocks, int lag) {
        long border = (long) tracks.frames() * block / blocks;
        long first = border - piece.from() - lag / 2;
        return (int) Math.min(Math.max(first, 0), Math.max(0, piece.frames() - lag));
    }

    private static int end(FrameRange piece, IonTracks tracks, int block, int blocks, int lag) {
        return block == blocks - 1 ? Math.max(0, piece.frames() - lag) : start(piece, tracks, block + 1, blocks, lag);
    }

    /** One ion's Cartesian path in one piece. */
    private static final class Path {
        private final FrameRange piece;
        private final double[] x;
        private final double[] y;
        private final double[] z;

        Path(FrameRange piece) {
            this.piece = piece;
            x = new double[piece.frames()];
            y = new double[piece.frames()];
            z = new double[piece.frames()];
        }

        void read(IonTracks tracks, int ion) {
            tracks.cartesian(ion, piece, x, y, z);
        }

        /** Σ |r(k + lag) − r(k)|² over windows k in [from, to). */
        double squaredSum(int lag, int from, int to) {
            double sum = 0;
            for (int k = from; k < to; k++) {
                double dx = x[k + lag] - x[k];
                double dy = y[k + lag] - y[k];
                double dz = z[k + lag] - z[k];
                sum += dx * dx + dy * dy + dz * dz;
            }
            return sum;
        }
    }
}
