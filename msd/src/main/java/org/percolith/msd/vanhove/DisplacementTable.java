package org.percolith.msd.vanhove;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.msd.DisplacementMoments;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The shape of the displacements against the lag, over all ions and origins.
 *
 * @param lagPs lags, evenly spaced in their logarithm, ps
 * @param msdA2 ⟨r²⟩, Å²
 * @param nonGaussian α₂ = 3⟨r⁴⟩/(5⟨r²⟩²) − 1 (Rahman, Phys. Rev. 136, A405 (1964)); 0 where nothing moved
 * @param localExponent d ln⟨r²⟩/d ln t between the neighbouring lags, one-sided at both ends: 2 ballistic, 0 caged, 1
 *     diffusive; 0 where nothing moved
 */
public record DisplacementTable(double[] lagPs, double[] msdA2, double[] nonGaussian, double[] localExponent) {

    /**
     * The table for lags of 1 frame to {@code largestLag} frames.
     *
     * @param largestLag at most the frames of the longest piece − 1
     * @param lagsPerDecade about as many lags in each factor of ten
     */
    public static DisplacementTable of(
            IonTracks tracks, double frameIntervalPs, int largestLag, int lagsPerDecade, TaskRunner runner) {
        int longest =
                tracks.pieces().stream().mapToInt(FrameRange::frames).max().orElse(1) - 1;
        if (largestLag < 1 || largestLag > longest) {
            throw new IllegalArgumentException(
                    "the largest lag must be 1 to " + longest + " frames, got " + largestLag);
        }
        int count = (int) Math.ceil(Math.log10(largestLag) * lagsPerDecade);
        int[] lags = IntStream.rangeClosed(0, count)
                .map(k -> (int) Math.rint(Math.pow(largestLag, count == 0 ? 1 : (double) k / count)))
                .distinct()
                .toArray();
        List<DisplacementMoments> moments = DisplacementMoments.evaluate(tracks, lags, runner);
        double[] msd = moments.stream().mapToDouble(m -> m.tensorA2().trace()).toArray();
        return new DisplacementTable(
                IntStream.of(lags).mapToDouble(lag -> lag * frameIntervalPs).toArray(),
                msd,
                moments.stream().mapToDouble(DisplacementMoments::nonGaussian).toArray(),
                IntStream.range(0, lags.length)
                        .mapToDouble(k -> exponent(k, lags, msd))
                        .toArray());
    }

    private static double exponent(int k, int[] lags, double[] msd) {
        int before = Math.max(0, k - 1);
        int after = Math.min(lags.length - 1, k + 1);
        if (before == after || msd[before] <= 0 || msd[after] <= 0) {
            return 0;
        }
        return Math.log(msd[after] / msd[before]) / Math.log((double) lags[after] / lags[before]);
    }
}
