package org.percolith.pathways;

import java.util.Arrays;

/**
 * How a map opens up as the level falls: one entry per distinct count, highest first.
 *
 * @param counts the level τ: voxels with at least this count are in
 * @param rank most directions in which a single component winds
 * @param networkRank rank of the windings of all components together
 * @param visitedFraction share of the cell's volume that is in
 * @param percolatingFraction share of the cell's volume that is in components which wind
 */
public record DimensionalityCurve(
        int[] counts, int[] rank, int[] networkRank, double[] visitedFraction, double[] percolatingFraction) {

    /** Number of levels. */
    public int levels() {
        return counts.length;
    }

    /** Isovalue of every level as a free energy above the highest count, -kB T ln(τ / τ_max), eV. */
    public double[] isovalueEv(double temperatureK) {
        return Arrays.stream(counts)
                .mapToDouble(count -> RankThreshold.barrierEv(count, counts[0], temperatureK))
                .toArray();
    }

    /** The lowest level that lies at or below an isovalue; the highest level of the map is at 0 eV. */
    public int levelAt(double isovalueEv, double temperatureK) {
        double[] levelsEv = isovalueEv(temperatureK);
        int at = 0;
        while (at + 1 < levelsEv.length && levelsEv[at + 1] <= isovalueEv) {
            at++;
        }
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DimensionalityCurve curve
                && Arrays.equals(counts, curve.counts)
                && Arrays.equals(rank, curve.rank)
                && Arrays.equals(networkRank, curve.networkRank)
                && Arrays.equals(visitedFraction, curve.visitedFraction)
                && Arrays.equals(percolatingFraction, curve.percolatingFraction);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts) + 31 * Arrays.hashCode(rank);
    }

    @Override
    public String toString() {
        return "dimensionality at " + counts.length + " levels";
    }
}
