package org.percolith.pathways;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.percolation.ResampleThresholds;
import org.percolith.pathways.track.TrackDensity;

/**
 * A map of half of the data, which chooses, and the other half, which counts.
 *
 * @param chosen how far the half percolates
 * @param siteVoxel where its map is highest
 * @param counting the stretches of the other half
 */
record HalfSample(ResampleThresholds chosen, int siteVoxel, BitSet counting) {

    /** Halves the stretches at random; each half chooses once. */
    static List<HalfSample> both(
            TrackDensity stretches, int[] all, int[] visited, PercolationSweep sweep, SplittableRandom random) {
        BitSet first = new BitSet(stretches.ions());
        int needed = stretches.ions() / 2;
        for (int k = 0; k < stretches.ions(); k++) {
            if (random.nextInt(stretches.ions() - k) < needed) {
                first.set(k);
                needed--;
            }
        }
        BitSet second = (BitSet) first.clone();
        second.flip(0, stretches.ions());
        int[] one = new int[all.length];
        first.stream().forEach(k -> stretches.addIon(k, 1, one));
        int[] other = new int[all.length];
        for (int voxel : visited) {
            other[voxel] = all[voxel] - one[voxel];
        }
        return List.of(of(one, second, visited, sweep), of(other, first, visited, sweep));
    }

    private static HalfSample of(int[] chooses, BitSet counting, int[] visited, PercolationSweep sweep) {
        int site = visited.length == 0 ? 0 : visited[0];
        for (int voxel : visited) {
            site = chooses[voxel] > chooses[site] ? voxel : site;
        }
        return new HalfSample(sweep.settledThresholds(chooses, visited), site, counting);
    }

    boolean reaches(int rank) {
        return chosen.rank() >= rank;
    }

    /** The voxel that closes a rank which is reached. */
    int passVoxel(int rank) {
        return chosen.closingVoxels().get(rank - 1);
    }

    /** Whether a stretch is of the half that counts. */
    boolean counts(int stretch) {
        return counting.get(stretch);
    }
}
