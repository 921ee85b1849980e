package org.percolith.pathways.residence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    static List<NeighbourMemory> of(
            List<AnionTrack> tracks, boolean[] startsPiece, int[] unitsOfKind, double lookIntervalPs) {
        int looks = startsPiece.length;
        int[] lags = lags((int) (LONGEST * looks));
        int[] pieceOf = new int[looks];
        for (int look = 1; look < looks; look++) {
            pieceOf[look] = pieceOf[look - 1] + (startsPiece[look] ? 1 : 0);
        }
        double[][] all = memory(tracks, pieceOf, 0, tracks.size(), lags, unitsOfKind);
        double[][] even = memory(tracks, pieceOf, 0, tracks.size() / 2, lags, unitsOfKind);
        double[][] odd = memory(tracks, pieceOf, tracks.size() / 2, tracks.size(), lags, unitsOfKind);
        List<NeighbourMemory> found = new ArrayList<>();
        for (int kind = 0; kind < unitsOfKind.length; kind++) {
            found.add(new NeighbourMemory(estimate(
                    fall(all[kind], lags) * lookIntervalPs,
                    fall(even[kind], lags) * lookIntervalPs,
                    fall(odd[kind], lags) * lookIntervalPs,
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

    /** Memory of each kind at each lag, {@code [kind][lag]}. */
    private static double[][] memory(
            List<AnionTrack> tracks, int[] pieceOf, int from, int to, int[] lags, int[] unitsOfKind) {
        int kinds = unitsOfKind.length;
        double[][] memory = new double[kinds][lags.length];
        for (int l = 0; l < lags.length; l++) {
            long[] both = new long[kinds];
            long[] atStart = new long[kinds];
            int last = pieceOf.length - lags[l];
            int stride = Math.max(1, last / MOST_ORIGINS);
            long looked = 0;
            for (int look = 0; look < last; look += stride) {
                if (pieceOf[look] == pieceOf[look + lags[l]]) {
                    looked += to - from;
                    for (int ion = from; ion < to; ion++) {
                        tracks.get(ion).addKept(look, look + lags[l], both);
                        tracks.get(ion).addKept(look, look, atStart);
                    }
                }
            }
            for (int kind = 0; kind < kinds; kind++) {
                double chance = atStart[kind] / (double) Math.max(1, looked * unitsOfKind[kind]);
                double kept = both[kind] / (double) Math.max(1, atStart[kind]);
                memory[kind][l] = (kept - chance) / (1 - chance);
            }
        }
        return memory;
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
