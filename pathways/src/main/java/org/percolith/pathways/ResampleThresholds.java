package org.percolith.pathways;

import java.util.List;

/**
 * How far a resampled map percolates, and nothing more.
 *
 * @param maxCount highest count of the map; 0 for an empty one
 * @param counts levels at which rank 1, 2, 3 is first reached, as far as it comes
 * @param closingVoxels the voxels whose entry brought these ranks
 */
record ResampleThresholds(int maxCount, List<Integer> counts, List<Integer> closingVoxels) {
    ResampleThresholds {
        counts = List.copyOf(counts);
        closingVoxels = List.copyOf(closingVoxels);
    }

    int rank() {
        return counts.size();
    }

    /** F_c of a rank that is reached, measured from this highest count, eV. */
    double barrierEv(int rank, int highestCount, double temperatureK) {
        return RankThreshold.barrierEv(counts.get(rank - 1), highestCount, temperatureK);
    }
}
