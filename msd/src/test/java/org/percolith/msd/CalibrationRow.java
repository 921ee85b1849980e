package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How the claimed interval of one quantity fares against the truth over many runs.
 *
 * @param family what was walked
 * @param quantity what was estimated
 * @param ions N
 * @param frames of one run
 * @param runs number of runs
 * @param values runs with a point value; the others gave a bound or withheld it
 * @param bias mean relative deviation of the point values
 * @param trueStd relative scatter of the point values
 * @param claimedStd root mean square of the claimed relative standard deviations
 * @param coverage share of intervals and bounds that hold the truth
 * @param calls what was said of the runs, if looked at
 */
record CalibrationRow(
        String family,
        String quantity,
        int ions,
        int frames,
        int runs,
        int values,
        double bias,
        double trueStd,
        double claimedStd,
        double coverage,
        Optional<Calls> calls) {

    static final String HEADER = """
            | family | of | N | frames | runs | values | bias | true σ | claimed/true | coverage 95 % | dimension right / undetermined / wrong | M8 fails |
            |---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """;

    /**
     * Calls over all runs.
     *
     * @param right dimension
     * @param undetermined dimension
     * @param wrong dimension
     * @param alarms runs in which verdict M8 failed, though nothing is amiss
     */
    record Calls(int right, int undetermined, int wrong, int alarms) {}

    /** The row of the estimates of {@code truth} in all runs; withheld ones do not count for the coverage. */
    static CalibrationRow of(CalibrationSystem system, String quantity, double truth, List<Estimate> estimates) {
        double[] relative = new double[estimates.size()];
        int values = 0;
        int spoken = 0;
        int covered = 0;
        double claimed = 0;
        for (Estimate estimate : estimates) {
            // Where there is no motion, only the bounds can be right or wrong.
            if (estimate instanceof Estimate.Measured m && truth == 0) {
                covered += m.lower95() <= 0 ? 1 : 0;
                spoken++;
            } else if (estimate instanceof Estimate.Measured m) {
                relative[values++] = m.value() / truth - 1;
                claimed += m.std() * m.std() / (truth * truth);
                covered += m.lower95() <= truth && truth <= m.upper95() ? 1 : 0;
                spoken++;
            } else if (estimate instanceof Estimate.UpperBound bound) {
                covered += truth <= bound.upper95() ? 1 : 0;
                spoken++;
            }
        }
        double[] measured = Arrays.copyOf(relative, values);
        double bias = Arrays.stream(measured).average().orElse(0);
        double scatter = Math.sqrt(Arrays.stream(measured)
                .map(v -> (v - bias) * (v - bias))
                .average()
                .orElse(0));
        return new CalibrationRow(
                system.name(),
                quantity,
                system.ions(),
                system.frames(),
                estimates.size(),
                values,
                bias,
                scatter,
                Math.sqrt(claimed / Math.max(1, values)),
                (double) covered / Math.max(1, spoken),
                Optional.empty());
    }

    CalibrationRow withCalls(Calls made) {
        return new CalibrationRow(
                family, quantity, ions, frames, runs, values, bias, trueStd, claimedStd, coverage, Optional.of(made));
    }

    double claimedOverTrue() {
        return claimedStd / trueStd;
    }

    /** Standard error of the bias. */
    double biasError() {
        return trueStd / Math.sqrt(values);
    }

    /** The row in Markdown. */
    @Override
    public String toString() {
        String scatter = values > 1 ? text("%+.3f | %.3f | %.2f", bias, trueStd, claimedOverTrue()) : "– | – | –";
        String dimension = calls.map(c -> text("%d / %d / %d | %d", c.right(), c.undetermined(), c.wrong(), c.alarms()))
                .orElse(" |");
        return text(
                "| %s | %s | %d | %d | %d | %d | %s | %.3f | %s |",
                family, quantity, ions, frames, runs, values, scatter, coverage, dimension);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
