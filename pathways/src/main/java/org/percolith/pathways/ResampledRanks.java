package org.percolith.pathways;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.percolith.pathways.percolation.ResampleThresholds;

/** Ranks of all resamples of a bootstrap over ions. */
record ResampledRanks(List<ResampleThresholds> resamples) {

    ResampledRanks {
        resamples = List.copyOf(resamples);
    }

    /** How many resamples have rank 0, 1, 2 and 3. */
    List<Integer> byRank() {
        return IntStream.rangeClosed(0, 3).mapToObj(this::countOf).toList();
    }

    int countOf(int rank) {
        return (int) resamples.stream().filter(r -> r.rank() == rank).count();
    }

    /** The rank that at least 95 % of the resamples have; null if none: undetermined. */
    @Nullable
    Integer assured() {
        for (int rank = 0; rank <= 3; rank++) {
            if (fraction(countOf(rank)) >= PathwayRank.ASSURED) {
                return rank;
            }
        }
        return null;
    }

    private double fraction(long count) {
        return (double) count / resamples.size();
    }

    /** Whether at least 95 % of the resamples reach this rank. */
    boolean reaches(int rank) {
        return fraction(resamples.stream().filter(r -> r.rank() >= rank).count()) >= PathwayRank.ASSURED;
    }
}
