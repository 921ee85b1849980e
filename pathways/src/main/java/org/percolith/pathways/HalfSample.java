package org.percolith.pathways;

import java.util.List;

/**
 * A map of half of the ions, and what the other half has in the voxels that decide it.
 *
 * @param chosen how far the half percolates
 * @param peakElsewhere the other half's count in the voxel where this half's is highest
 * @param bottlenecksElsewhere the other half's counts in the voxels that close rank 1, 2, 3 of this half
 */
record HalfSample(ResampleThresholds chosen, int peakElsewhere, List<Integer> bottlenecksElsewhere) {
    HalfSample {
        bottlenecksElsewhere = List.copyOf(bottlenecksElsewhere);
    }

    boolean reaches(int rank) {
        return chosen.rank() >= rank;
    }

    /** F_c of this half by itself, eV. */
    double ownBarrierEv(int rank, double temperatureK) {
        return chosen.barrierEv(rank, chosen.maxCount(), temperatureK);
    }
}
