package org.percolith.msd;

import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Mean squared displacement tensor over all ions, all time origins and every lag:
 *
 * <p>MSD_αβ(m) = 1/[N K(m)] Σᵢ Σ_k [r_α(k+m) − r_α(k)] [r_β(k+m) − r_β(k)], Å².
 *
 * <p>Windows never cross the border between two pieces of the run; K(m) counts the windows of all pieces. The value is
 * exact up to rounding (below 1e-9 Å²) and does not depend on the number of threads. Immutable.
 */
public final class MeanSquaredDisplacement {

    private final double[][] components;
    private final long[] windows;

    private MeanSquaredDisplacement(double[][] components, long[] windows) {
        this.components = components;
        this.windows = windows;
    }

    /** The displacement statistics of {@code tracks}, lags 0 to (frames of the longest piece) − 1. */
    public static MeanSquaredDisplacement of(IonTracks tracks, TaskRunner runner) {
        int lags = tracks.pieces().stream().mapToInt(FrameRange::frames).max().orElse(1);
        double[][] sums = new double[6][lags];
        long[] windows = new long[lags];
        for (FrameRange piece : tracks.pieces()) {
            double[][] part = PieceCorrelation.windowSums(tracks, piece, runner);
            for (int lag = 0; lag < piece.frames(); lag++) {
                windows[lag] += piece.frames() - lag;
                for (int pair = 0; pair < 6; pair++) {
                    sums[pair][lag] += part[pair][lag];
                }
            }
        }
        for (int pair = 0; pair < 6; pair++) {
            for (int lag = 0; lag < lags; lag++) {
                double mean = sums[pair][lag] / ((double) tracks.ions() * windows[lag]);
                // A frozen ion leaves rounding of either sign; a square has none.
                sums[pair][lag] = pair < 3 ? Math.max(0, mean) : mean;
            }
        }
        return new MeanSquaredDisplacement(sums, windows);
    }

    /** Largest lag, in frames. */
    public int maxLag() {
        return windows.length - 1;
    }

    /** Windows per ion at this lag, over all pieces. */
    public long windows(int lag) {
        return windows[lag];
    }

    /** Trace of the tensor at this lag (frames), Å². */
    public double totalA2(int lag) {
        return components[0][lag] + components[1][lag] + components[2][lag];
    }

    /** The tensor ⟨Δr Δrᵀ⟩ at this lag (frames), Å². */
    public SymmetricTensor tensorA2(int lag) {
        return new SymmetricTensor(
                components[0][lag],
                components[1][lag],
                components[2][lag],
                components[3][lag],
                components[4][lag],
                components[5][lag]);
    }

    /** Totals at the given lags, Å². */
    double[] totalsA2(int[] lags) {
        double[] totals = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            totals[k] = totalA2(lags[k]);
        }
        return totals;
    }

    /** First lag ≥ 1 at which the total reaches {@code thresholdA2}, or {@code Integer.MAX_VALUE}. */
    int firstLagReaching(double thresholdA2) {
        for (int lag = 1; lag <= maxLag(); lag++) {
            if (totalA2(lag) >= thresholdA2) {
                return lag;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** Largest total over all lags, Å². */
    double largestA2() {
        double largest = 0;
        for (int lag = 1; lag <= maxLag(); lag++) {
            largest = Math.max(largest, totalA2(lag));
        }
        return largest;
    }
}
