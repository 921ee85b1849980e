package org.percolith.pathways;

import java.util.List;

/**
 * How far a resampled map percolates, and nothing more.
 *
 * @param maxCount highest count of the map; 0 for an empty one
 * @param counts levels at which rank 1, 2, 3 is first reached, as far as it comes
 */
record ResampleThresholds(int maxCount, List<Integer> counts) {
    ResampleThresholds {
        counts = List.copyOf(counts);
    }

    int rank() {
        return counts.size();
    }

    /** F_c of a rank that is reached, measured from this highest count, eV. */
    double barrierEv(int rank, int highestCount, double temperatureK) {
        return RankThreshold.barrierEv(counts.get(rank - 1), highestCount, temperatureK);
    }
}
