package org.percolith.pathways;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.pathways.hop.NetworkCoverage;
import org.percolith.pathways.translation.FrameworkTranslations;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * The rank of the pathway, 0 to 3, with what a finite run can say of it. Winding that was seen is a lower bound, however it
 * was seen: tracks that wind through the cell of the run, or hops that wind through the crystal where the framework's
 * translations make cells equal. Its probability is that of resampled ions, the larger of the two. A rank below 3 is an
 * upper bound too only where the network is exhausted: with the upper bound u of the unseen mass, a resample of rank r
 * counts as that rank with 1 - u, and with u as any rank from r to 3, equally likely.
 *
 * @param probability of ranks 0, 1, 2, 3
 * @param windingProbability that some winding is more than chance of the ions drawn, P(rank ≥ 1) of the resamples
 * @param coverage of the network of hops, in the crystal's cell where the framework repeats, else in the run's
 * @param networkA2PerFrame diffusivity that the rates of the hops lead to, Å² per frame; withheld unless the network is
 *     exhausted
 * @param translations of the framework
 */
public record PathwayRank(
        List<Double> probability,
        double windingProbability,
        NetworkCoverage coverage,
        Estimate networkA2PerFrame,
        FrameworkTranslations translations) {

    /** A rank is assigned from this probability on. */
    public static final double ASSURED = 0.95;

    public PathwayRank {
        probability = List.copyOf(probability);
    }

    /**
     * Joins both kinds of evidence.
     *
     * @param tracksByRank resamples of the track density in the run's cell with rank 0, 1, 2, 3
     * @param hopsByRank resamples of the network of hops
     */
    static PathwayRank of(
            List<Integer> tracksByRank,
            List<Integer> hopsByRank,
            NetworkCoverage coverage,
            Estimate networkA2PerFrame,
            FrameworkTranslations translations) {
        double[] atLeast = new double[5];
        for (int rank = 0; rank <= 3; rank++) {
            atLeast[rank] = Math.max(shareOfAtLeast(rank, tracksByRank), shareOfAtLeast(rank, hopsByRank));
        }
        double unseen = coverage.unseenMassUpper95();
        double[] probability = new double[4];
        for (int rank = 0; rank <= 3; rank++) {
            double seen = atLeast[rank] - atLeast[rank + 1];
            probability[rank] += seen * (1 - unseen);
            for (int open = rank; open <= 3; open++) {
                probability[open] += seen * unseen / (4 - rank);
            }
        }
        List<Double> ranks = new ArrayList<>();
        for (double p : probability) {
            ranks.add(p);
        }
        return new PathwayRank(ranks, atLeast[1], coverage, networkA2PerFrame, translations);
    }

    private static double shareOfAtLeast(int rank, List<Integer> byRank) {
        double all = byRank.stream().mapToInt(Integer::intValue).sum();
        return byRank.subList(rank, 4).stream().mapToInt(Integer::intValue).sum() / all;
    }

    /** The rank with a probability of at least 95 %; null if there is none: undetermined. */
    public @Nullable Integer assured() {
        for (int rank = 0; rank <= 3; rank++) {
            if (probability.get(rank) >= ASSURED) {
                return rank;
            }
        }
        return null;
    }

    /** Whether ions were seen to wind through the crystal, with P ≥ 0.95. */
    public boolean winds() {
        return windingProbability >= ASSURED;
    }

    /** Whether the hops stay in closed cages and the network of these is exhausted, with P ≥ 0.95. */
    public boolean isClosed() {
        return probability.get(0) >= ASSURED;
    }

    /** Verdict D1: whether one rank is sure. */
    public Verdict verdict() {
        Integer rank = assured();
        String seen = String.format(
                Locale.ROOT,
                "%d hops over %d edges %s",
                coverage.hops(),
                coverage.edges(),
                translations.found() ? "of the crystal that the framework repeats" : "in the cell");
        String message = rank == null
                ? String.format(
                        Locale.ROOT,
                        "not sure yet: %s, and up to %.0f %% of further hops would take new ones",
                        seen,
                        100 * coverage.unseenMassUpper95())
                : (rank == 0 ? "closed cages: " : rank + "-dimensional: ") + seen;
        return new Verdict(
                "D1",
                "pathway rank",
                rank == null ? Verdict.Status.WARN : Verdict.Status.PASS,
                Collections.max(probability),
                "one rank with P >= 0.95",
                message);
    }
}
