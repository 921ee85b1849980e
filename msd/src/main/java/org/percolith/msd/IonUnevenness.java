package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * How much the ions differ in their mobility, and stay different: the covariance, over the ions, of the slope tensor T
 * of the first half of the run with that of the second. Chance that is not the same in both halves drops out.
 *
 * @param tensor Σ_αβ Cov(T_αβ, T'_αβ) = ⟨tr T_i²⟩ − tr⟨T⟩², (Å² per frame)²; 0 where it is below twice its error
 * @param trace Cov(tr T, tr T') = ⟨(tr T_i)²⟩ − (tr⟨T⟩)², likewise
 */
record IonUnevenness(double tensor, double trace) {

    static final IonUnevenness NONE = new IonUnevenness(0, 0);

    private static final int FEWEST_IONS = 4;
    private static final double SIGNIFICANT_STDS = 2;

    /** Of tracks whose displacement is a line from {@code startLag} on; none where half the run is too short to tell. */
    static IonUnevenness of(int startLag, IonTracks tracks, TaskRunner runner) {
        int half = tracks.frames() / 2;
        List<FrameRange> early = within(0, half, tracks);
        List<FrameRange> late = within(half, tracks.frames(), tracks);
        int longest = Math.min(longest(early), longest(late));
        int endLag = Math.min(3 * startLag, longest / 2);
        if (tracks.ions() < FEWEST_IONS || 2 * endLag < 3 * startLag) {
            return NONE;
        }
        List<SymmetricTensor> first = slopes(tracks, early, startLag, endLag, runner);
        List<SymmetricTensor> second = slopes(tracks, late, startLag, endLag, runner);
        return covariance(first, second);
    }

    private static List<FrameRange> within(int from, int to, IonTracks tracks) {
        return tracks.pieces().stream()
                .filter(p -> p.from() < to && p.to() > from)
                .map(p -> new FrameRange(Math.max(from, p.from()), Math.min(to, p.to())))
                .toList();
    }

    private static int longest(List<FrameRange> ranges) {
        return ranges.stream().mapToInt(FrameRange::frames).max().orElse(0);
    }

    private static List<SymmetricTensor> slopes(
            IonTracks tracks, List<FrameRange> ranges, int startLag, int endLag, TaskRunner runner) {
        IonTracks part = tracks.withPieces(ranges);
        int[] lags = {startLag, endLag};
        List<List<SymmetricTensor>> groups = IonGroups.map(part.ions(), runner, (from, to) -> {
            List<SymmetricTensor> slopes = new ArrayList<>();
            for (int ion = from; ion < to; ion++) {
                List<DisplacementMoments> moments = DisplacementMoments.ofIon(part, ion, lags);
                slopes.add(moments.get(1)
                        .tensorA2()
                        .plus(moments.get(0).tensorA2(), -1)
                        .scaled(1.0 / (endLag - startLag)));
            }
            return slopes;
        });
        return groups.stream().flatMap(List::stream).toList();
    }

    private static IonUnevenness covariance(List<SymmetricTensor> first, List<SymmetricTensor> second) {
        SymmetricTensor meanFirst = mean(first);
        SymmetricTensor meanSecond = mean(second);
        int ions = first.size();
        double[] tensor = new double[ions];
        double[] trace = new double[ions];
        for (int ion = 0; ion < ions; ion++) {
            SymmetricTensor a = first.get(ion).plus(meanFirst, -1);
            SymmetricTensor b = second.get(ion).plus(meanSecond, -1);
            tensor[ion] = a.contraction(b);
            trace[ion] = a.trace() * b.trace();
        }
        return new IonUnevenness(significantMean(tensor), significantMean(trace));
    }

    private static SymmetricTensor mean(List<SymmetricTensor> tensors) {
        return Stream.concat(Stream.of(SymmetricTensor.ZERO), tensors.stream())
                .reduce((a, b) -> a.plus(b, 1))
                .orElseThrow()
                .scaled(1.0 / tensors.size());
    }

    private static double significantMean(double[] products) {
        double mean = StatUtils.mean(products);
        double std = Math.sqrt(StatUtils.variance(products) / products.length);
        return mean > SIGNIFICANT_STDS * std ? mean : 0;
    }
}
