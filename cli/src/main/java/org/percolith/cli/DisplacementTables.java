package org.percolith.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.vanhove.DisplacementTable;
import org.percolith.msd.vanhove.VanHove;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;

/** The shape of the displacements as tables: {@code displacement.csv}, {@code van_hove_self.csv, van_hove_distinct.csv}. */
final class DisplacementTables {

    private static final int LAGS_PER_DECADE = 12;
    private static final int VAN_HOVE_LAGS = 8;
    private static final double LARGEST_RADIUS_A = 10;
    private static final int BINS = 200;
    private static final int ORIGINS = 50;

    private final Run run;
    private final TaskRunner runner;

    DisplacementTables(Run run, TaskRunner runner) {
        this.run = run;
        this.runner = runner;
    }

    /** Writes the tables up to half the longest piece; a run of fewer than three frames has none. */
    void write(DiffusionResult result, ResultFolder folder, String prefix) {
        int largestLag = result.curve().maxLag() / 2;
        if (largestLag < 1) {
            return;
        }
        double intervalPs = result.settings().frameIntervalPs();
        DisplacementTable table = DisplacementTable.of(run.ions(), intervalPs, largestLag, LAGS_PER_DECADE, runner);
        folder.writeText(prefix + "displacement.csv", text(table));
        int[] lags = IntStream.rangeClosed(1, VAN_HOVE_LAGS)
                .map(k -> (int) Math.rint(Math.pow(largestLag, (double) k / VAN_HOVE_LAGS)))
                .distinct()
                .toArray();
        VanHove vanHove = VanHove.of(run.ions(), intervalPs, lags, LARGEST_RADIUS_A, BINS, ORIGINS, runner);
        folder.writeText(prefix + "van_hove_self.csv", text(vanHove, vanHove.selfPerA(), "self_per_A"));
        folder.writeText(prefix + "van_hove_distinct.csv", text(vanHove, vanHove.distinct(), "distinct"));
    }

    private static String text(DisplacementTable table) {
        StringBuilder csv = new StringBuilder("lag_ps,msd_A2,non_gaussian,local_exponent\n");
        for (int k = 0; k < table.lagPs().length; k++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%.6g,%.8g,%.6g,%.6g\n",
                    table.lagPs()[k],
                    table.msdA2()[k],
                    table.nonGaussian()[k],
                    table.localExponent()[k]));
        }
        return csv.toString();
    }

    /** One line a radius, one column a lag. */
    private static String text(VanHove vanHove, double[][] values, String quantity) {
        StringBuilder csv = new StringBuilder("radius_A");
        Arrays.stream(vanHove.lagPs())
                .forEach(lagPs -> csv.append(String.format(Locale.ROOT, ",%s_at_%.6g_ps", quantity, lagPs)));
        csv.append('\n');
        for (int bin = 0; bin < vanHove.radiusA().length; bin++) {
            csv.append(String.format(Locale.ROOT, "%.6g", vanHove.radiusA()[bin]));
            for (double[] atLag : values) {
                csv.append(String.format(Locale.ROOT, ",%.6g", atLag[bin]));
            }
            csv.append('\n');
        }
        return csv.toString();
    }
}
