package org.percolith.pathways.residence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How long ions and units of one kind remember that they were neighbours: the intermittent correlation
 * C(t) = ⟨h(0) h(t)⟩/⟨h⟩ of the neighbourhood h of each pair (Luzar and Chandler 1996), less the level p = ⟨h⟩ that chance
 * keeps, (C - p)/(1 - p). The lifetime is the time in which it falls to 1/e, by halves of the run for its error.
 *
 * @param lifetimePs where it falls to 1/e; a bound from below where the run is too short
 */
record NeighbourMemory(Estimate lifetimePs) {

    private static final int MOST_ORIGINS = 600;

    /** Lags go up to this part of the run. */
    private static final double LONGEST = 0.6;

    private static final double LAG_GROWTH = 1.15;

    /** What is counted for a lag, of each kind: pairs that are neighbours at the looks begun with, and still after the lag. */
    private record Kept(long[] both, long[] atStart, long looked) {

        Kept plus(Kept other) {
            return new Kept(sum(both, other.both), sum(atStart, other.atStart), looked + other.looked);
        }

        private static long[] sum(long[] a, long[] b) {
            return IntStream.range(0, a.length)
                    .mapToLong(kind -> a[kind] + b[kind])
                    .toArray();
        }

        /** (C - p)/(1 - p). */
        double memory(int kind, int unitsOfKind) {
            double chance = atStart[kind] / (double) Math.max(1, looked * unitsOfKind);
            double kept = both[kind] / (double) Math.max(1, atStart[kind]);
            return (kept - chance) / (1 - chance);
        }
    }

    static List<NeighbourMemory> of(
            List<AnionTrack> tracks, AnionUnits units, boolean[] startsPiece, double lookIntervalPs) {
        int[] lags = lags((int) (LONGEST * startsPiece.length));
        int half = tracks.size() / 2;
        List<Kept> even = kept(tracks.subList(0, half), units, startsPiece, lags);
        List<Kept> odd = kept(tracks.subList(half, tracks.size()), units, startsPiece, lags);
        List<Kept> all = IntStream.range(0, lags.length)
                .mapToObj(l -> even.get(l).plus(odd.get(l)))
                .toList();
        List<NeighbourMemory> found = new ArrayList<>();
        for (int kind = 0; kind < units.countOf().length; kind++) {
            found.add(new NeighbourMemory(estimate(
                    fall(memory(all, kind, units), lags) * lookIntervalPs,
                    fall(memory(even, kind, units), lags) * lookIntervalPs,
                    fall(memory(odd, kind, units), lags) * lookIntervalPs,
                    lags.length == 0 ? 0 : lags[lags.length - 1] * lookIntervalPs)));
        }
        return found;
    }

    private static Estimate estimate(double ps, double oneHalf, double otherHalf, double longestPs) {
        if (Double.isNaN(ps)) {
            return Estimate.withheld(
                    String.format(Locale.ROOT, "longer than the %.3g ps that this run can tell", longestPs));
        }
        double apart = Double.isNaN(oneHalf) || Double.isNaN(otherHalf) ? ps : Math.abs(oneHalf - otherHalf) / 2;
        double std = Math.max(apart, 0.05 * ps);
        double reach = Math.exp(1.96 * std / ps);
        return new Estimate.Measured(ps, std, ps / reach, ps * reach);
    }

    private static int[] lags(int longest) {
        List<Integer> lags = new ArrayList<>();
        for (double lag = 1; lag <= longest; lag = Math.max(lag + 1, lag * LAG_GROWTH)) {
            lags.add((int) lag);
        }
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[] memory(List<Kept> kept, int kind, AnionUnits units) {
        return kept.stream()
                .mapToDouble(lag -> lag.memory(kind, units.countOf()[kind]))
                .toArray();
    }

    /** Counts of some ions at each lag. */
    private static List<Kept> kept(List<AnionTrack> tracks, AnionUnits units, boolean[] startsPiece, int[] lags) {
        int kinds = units.countOf().length;
        List<LookBits> origins =
                Arrays.stream(lags).mapToObj(lag -> origins(startsPiece, lag)).toList();
        List<Kept> kept = origins.stream()
                .map(mask -> new Kept(new long[kinds], new long[kinds], mask.count(mask) * tracks.size()))
                .toList();
        for (AnionTrack track : tracks) {
            track.neighbourhoods().forEach((unit, neighbourhood) -> {
                int kind = units.kindOfUnit()[unit];
                for (int l = 0; l < lags.length; l++) {
                    kept.get(l).both[kind] += neighbourhood.countKept(origins.get(l), lags[l]);
                    kept.get(l).atStart[kind] += neighbourhood.count(origins.get(l));
                }
            });
        }
        return kept;
    }

    /** Looks to begin with: evenly over the run, and of one piece with that after the lag. */
    private static LookBits origins(boolean[] startsPiece, int lag) {
        LookBits origins = new LookBits(startsPiece.length);
        int last = startsPiece.length - lag;
        int stride = Math.max(1, last / MOST_ORIGINS);
        int[] pieceOf = new int[startsPiece.length];
        for (int look = 1; look < pieceOf.length; look++) {
            pieceOf[look] = pieceOf[look - 1] + (startsPiece[look] ? 1 : 0);
        }
        for (int look = 0; look < last; look += stride) {
            if (pieceOf[look] == pieceOf[look + lag]) {
                origins.set(look);
            }
        }
        return origins;
    }

    /** Lag at which the memory falls to 1/e, linear in between; NaN if it does not. */
    private static double fall(double[] memory, int[] lags) {
        for (int l = 0; l < lags.length; l++) {
            if (memory[l] < Math.exp(-1)) {
                double before = l == 0 ? 1 : memory[l - 1];
                double lagBefore = l == 0 ? 0 : lags[l - 1];
                return lagBefore + (before - Math.exp(-1)) / (before - memory[l]) * (lags[l] - lagBefore);
            }
        }
        return Double.NaN;
    }
}
