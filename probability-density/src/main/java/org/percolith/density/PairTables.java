package org.percolith.density;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Pair distributions as a comma-separated table, with the unit in each column's name. */
public final class PairTables {

    private PairTables() {}

    /**
     * One line a bin: its middle, then for each pair g and both running coordinations (to the end of the bin), then the
     * totals.
     */
    public static void write(Appendable out, PairDistribution pairs, List<TotalPairDistribution> totals)
            throws IOException {
        StringBuilder header = new StringBuilder("distance_A");
        for (PartialPairDistribution p : pairs.partials()) {
            header.append(",g_").append(p.first()).append('_').append(p.second());
            header.append(",").append(p.second()).append("_around_").append(p.first());
            header.append(",").append(p.first()).append("_around_").append(p.second());
        }
        for (TotalPairDistribution total : totals) {
            header.append(",g_").append(total.radiation().label());
            header.append(",G_").append(total.radiation().label()).append("_per_A2");
        }
        out.append(header).append('\n');
        double[] distancesA = pairs.distancesA();
        for (int bin = 0; bin < distancesA.length; bin++) {
            out.append(String.format(Locale.ROOT, "%.6f", distancesA[bin]));
            for (PartialPairDistribution p : pairs.partials()) {
                append(out, p.g()[bin], p.secondAroundFirst()[bin], p.firstAroundSecond()[bin]);
            }
            for (TotalPairDistribution total : totals) {
                append(out, total.g()[bin], total.reduced()[bin]);
            }
            out.append('\n');
        }
    }

    private static void append(Appendable out, double... values) throws IOException {
        for (double value : values) {
            out.append(String.format(Locale.ROOT, ",%.6f", value));
        }
    }
}
