package org.percolith.msd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Second and fourth moments of the displacement at one lag, by direct sums over all ions, origins and pieces.
 *
 * @param lag in frames
 * @param samples ions times windows
 * @param sumTensorA2 Σ Δr Δrᵀ, Å²
 * @param sumFourthA4 Σ |Δr|⁴, Å⁴
 */
public record DisplacementMoments(int lag, long samples, SymmetricTensor sumTensorA2, double sumFourthA4) {

    /** ⟨Δr Δrᵀ⟩, Å². */
    public SymmetricTensor tensorA2() {
        return sumTensorA2.scaled(1.0 / samples);
    }

    /** ⟨|Δr|⁴⟩, Å⁴. */
    public double fourthA4() {
        return sumFourthA4 / samples;
    }

    /** Non-Gaussian parameter α₂ = 3⟨r⁴⟩/(5⟨r²⟩²) − 1 (Rahman, Phys. Rev. 136, A405 (1964)); 0 where nothing moved. */
    public double nonGaussian() {
        double second = tensorA2().trace();
        return second > 0 ? 3 * fourthA4() / (5 * second * second) - 1 : 0;
    }

    /**
     * Fourth cumulant gained per frame, κ = [⟨r⁴⟩ − (tr M)² − 2 tr M²]/lag with M = ⟨Δr Δrᵀ⟩, Å⁴, not below 0. It is
     * the excess over a Gaussian of the same tensor, so that anisotropy is not taken for the shot noise of hops.
     */
    public double excessPerFrameA4() {
        return excessPerFrameA4(IonUnevenness.NONE);
    }

    /** κ without what ions of unequal mobility add to the fourth moment, lag² (Var tr T + 2 tr Var T). */
    double excessPerFrameA4(IonUnevenness unevenness) {
        SymmetricTensor m = tensorA2();
        double gaussian = m.trace() * m.trace() + 2 * m.traceOfSquare();
        double unequalIons = (double) lag * lag * (unevenness.trace() + 2 * unevenness.tensor());
        return Math.max(0, (fourthA4() - gaussian - unequalIons) / lag);
    }

    /**
     * Moments at the given lags. Lags longer than every piece are refused.
     *
     * @throws IllegalArgumentException if a lag has no window
     */
    public static List<DisplacementMoments> evaluate(IonTracks tracks, int[] lags, TaskRunner runner) {
        return of(
                IonGroups.map(tracks.ions(), runner, (from, to) -> sums(tracks, lags, from, to)),
                tracks.ions(),
                tracks,
                lags);
    }

    /** Moments of one ion at the given lags. */
    static List<DisplacementMoments> ofIon(IonTracks tracks, int ion, int[] lags) {
        double[][] sums = sums(tracks, lags, ion, ion + 1);
        return of(Collections.singletonList(sums), 1, tracks, lags);
    }

    private static List<DisplacementMoments> of(List<double[][]> parts, int ions, IonTracks tracks, int[] lags) {
        List<DisplacementMoments> moments = new ArrayList<>();
        for (int k = 0; k < lags.length; k++) {
            double[] sum = new double[7];
            for (double[][] part : parts) {
                for (int c = 0; c < 7; c++) {
                    sum[c] += part[k][c];
                }
            }
            SymmetricTensor tensor = new SymmetricTensor(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]);
            moments.add(new DisplacementMoments(lags[k], ions * windows(tracks, lags[k]), tensor, sum[6]));
        }
        return List.copyOf(moments);
    }

    private static long windows(IonTracks tracks, int lag) {
        long windows = 0;
        for (FrameRange piece : tracks.pieces()) {
            windows += Math.max(0, piece.frames() - lag);
        }
        if (windows == 0) {
            throw new IllegalArgumentException("a lag of " + lag + " frames is longer than every piece of the run");
        }
        return windows;
    }

    private static double[][] sums(IonTracks tracks, int[] lags, int from, int to) {
        double[][] sums = new double[lags.length][7];
        for (FrameRange piece : tracks.pieces()) {
            double[] x = new double[piece.frames()];
            double[] y = new double[piece.frames()];
            double[] z = new double[piece.frames()];
            for (int ion = from; ion < to; ion++) {
                tracks.cartesian(ion, piece, x, y, z);
                for (int k = 0; k < lags.length; k++) {
                    addWindows(x, y, z, lags[k], sums[k]);
                }
            }
        }
        return sums;
    }

    private static void addWindows(double[] x, double[] y, double[] z, int lag, double[] sums) {
        double xx = 0;
        double yy = 0;
        double zz = 0;
        double xy = 0;
        double xz = 0;
        double yz = 0;
        double fourth = 0;
        for (int k = 0; k + lag < x.length; k++) {
            double dx = x[k + lag] - x[k];
            double dy = y[k + lag] - y[k];
            double dz = z[k + lag] - z[k];
            double squared = dx * dx + dy * dy + dz * dz;
            xx += dx * dx;
            yy += dy * dy;
            zz += dz * dz;
            xy += dx * dy;
            xz += dx * dz;
            yz += dy * dz;
            fourth += squared * squared;
        }
        sums[0] += xx;
        sums[1] += yy;
        sums[2] += zz;
        sums[3] += xy;
        sums[4] += xz;
        sums[5] += yz;
        sums[6] += fourth;
    }
}
