package org.percolith.cli.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.percolith.cli.result.SystemComparison;
import org.percolith.pathways.DimensionalityCurve;
import org.percolith.pathways.PercolationResult;

/** Tables of two systems at the same levels. */
public final class ComparisonTables {

    private static final double LEVEL_STEP_EV = 0.01;

    private ComparisonTables() {}

    /** Rank and percolating volume of both at the same isovalues, one level a line. */
    public static void levels(Appendable out, SystemComparison comparison) throws IOException {
        out.append("isovalue_eV,first_rank,first_percolating_fraction,second_rank,second_percolating_fraction\n");
        List<PercolationResult> both = Stream.of(comparison.first(), comparison.second())
                .flatMap(run -> run.percolation().stream())
                .toList();
        double highestEv =
                both.stream().mapToDouble(ComparisonTables::highestEv).max().orElse(0);
        for (int level = 0; both.size() == 2 && level * LEVEL_STEP_EV < highestEv + LEVEL_STEP_EV; level++) {
            double isovalueEv = level * LEVEL_STEP_EV;
            out.append(String.format(Locale.ROOT, "%.2f", isovalueEv));
            for (PercolationResult result : both) {
                DimensionalityCurve curve = result.curve();
                int at = curve.levelAt(isovalueEv, result.settings().temperatureK());
                out.append(String.format(Locale.ROOT, ",%d,%.8f", curve.rank()[at], curve.percolatingFraction()[at]));
            }
            out.append('\n');
        }
    }

    private static double highestEv(PercolationResult result) {
        double[] isovalueEv = result.curve().isovalueEv(result.settings().temperatureK());
        return isovalueEv.length == 0 ? 0 : isovalueEv[isovalueEv.length - 1];
    }
}
