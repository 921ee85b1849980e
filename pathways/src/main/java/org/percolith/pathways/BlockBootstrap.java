package org.percolith.pathways;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The percolation of the track density when stretches of time, not ions, are resampled: it sees whether the pathway was
 * open all along or rests on one event. Shown beside the bootstrap over ions; the verdict is that of the ions.
 *
 * @param blocks stretches of equal length
 * @param resamplesByRank how many resamples have rank 0, 1, 2, 3
 * @param barrierEv for ranks 1, 2, 3: F_c of all data with the spread of the resamples; withheld where fewer than 95 %
 *     of them reach the rank
 */
public record BlockBootstrap(int blocks, List<Integer> resamplesByRank, List<Estimate> barrierEv) {

    static final int BLOCKS = 10;

    public BlockBootstrap {
        resamplesByRank = List.copyOf(resamplesByRank);
        barrierEv = List.copyOf(barrierEv);
    }

    static BlockBootstrap of(int blocks, ResampledRanks resampled, Percolation allData, double temperatureK) {
        return new BlockBootstrap(
                blocks,
                resampled.byRank(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(rank -> barrier(rank, resampled, allData, temperatureK))
                        .toList());
    }

    private static Estimate barrier(int rank, ResampledRanks resampled, Percolation allData, double temperatureK) {
        return allData.threshold(rank)
                .filter(threshold -> resampled.reaches(rank))
                .<Estimate>map(threshold -> resampled.aroundAllData(threshold, temperatureK))
                .orElseGet(() ->
                        Estimate.withheld("fewer than 95 % of the resamples of time blocks connect in " + rank + "D"));
    }
}
