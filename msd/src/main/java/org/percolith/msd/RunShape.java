package org.percolith.msd;

import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * How much was sampled: ions, and frame intervals n of each piece of the run (frames − 1).
 *
 * @param ions independent walkers; 1 for a collective coordinate
 * @param intervals n of each piece with at least two frames
 */
record RunShape(int ions, List<Integer> intervals) {

    /** Dimensions of space. */
    static final int DIMENSIONS = 3;

    RunShape {
        intervals = List.copyOf(intervals);
    }

    static RunShape of(IonTracks tracks) {
        List<Integer> intervals = tracks.pieces().stream()
                .map(FrameRange::frames)
                .filter(frames -> frames > 1)
                .map(frames -> frames - 1)
                .toList();
        return new RunShape(tracks.ions(), intervals);
    }

    /** n of the longest piece. */
    int longest() {
        return intervals.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Σ n over the pieces. */
    long total() {
        return intervals.stream().mapToLong(Integer::longValue).sum();
    }

    /** Windows K of a lag, per ion, over all pieces. */
    long windows(int lag) {
        return intervals.stream().mapToLong(n -> Math.max(0, n - lag + 1)).sum();
    }

    /** Windows of a lag that do not overlap, per ion, over all pieces. */
    long independentWindows(int lag) {
        return intervals.stream().mapToLong(n -> lag == 0 ? n + 1L : n / lag).sum();
    }
}
