package org.percolith.pathways;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Estimate;

/** Ranks and barriers of all resamples of a bootstrap over ions. */
record ResampledRanks(List<ResampleThresholds> resamples) {

    /** Fraction of resamples, above which a statement about the rank is taken for assured. */
    static final double ASSURED = 0.95;

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
            if (fraction(countOf(rank)) >= ASSURED) {
                return rank;
            }
        }
        return null;
    }

    double largestProbability() {
        return fraction(Collections.max(byRank()));
    }

    private double fraction(long count) {
        return (double) count / resamples.size();
    }

    /** Whether at least 95 % of the resamples reach this rank. */
    boolean reaches(int rank) {
        return fraction(resamples.stream().filter(r -> r.rank() >= rank).count()) >= ASSURED;
    }

    /** Barriers of the resamples that reach a rank, each measured from its own highest count. */
    Estimate fromOwnMaximum(int rank, double temperatureK) {
        double[] barriersEv = resamples.stream()
                .filter(r -> r.rank() >= rank)
                .mapToDouble(r -> r.barrierEv(rank, r.maxCount(), temperatureK))
                .toArray();
        return around(StatUtils.mean(barriersEv), barriersEv);
    }

    /** The barrier of all data, with the spread of the resamples measured from the highest count of all data. */
    Estimate aroundAllData(RankThreshold allData, double temperatureK) {
        double[] barriersEv = resamples.stream()
                .filter(r -> r.rank() >= allData.rank())
                .mapToDouble(r -> r.barrierEv(allData.rank(), allData.maxCount(), temperatureK))
                .toArray();
        return around(allData.barrierEv(temperatureK), barriersEv);
    }

    private static Estimate around(double valueEv, double[] barriersEv) {
        double[] deviations = Arrays.stream(barriersEv).map(f -> f - valueEv).toArray();
        double stdEv = Math.sqrt(StatUtils.sumSq(deviations) / deviations.length);
        double lowerEv = Math.min(valueEv, StatUtils.percentile(barriersEv, 2.5));
        double upperEv = Math.max(valueEv, StatUtils.percentile(barriersEv, 97.5));
        return new Estimate.Measured(valueEv, stdEv, lowerEv, upperEv);
    }
}
