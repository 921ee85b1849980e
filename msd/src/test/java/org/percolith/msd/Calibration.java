package org.percolith.msd;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How the claimed interval of D fares against the truth over many runs.
 *
 * @param system what was walked
 * @param runs number of runs
 * @param values runs with a point value; the others gave an upper bound
 * @param startLag mean start of the fit, frames
 * @param bias mean relative deviation of the point values
 * @param trueStd relative scatter of the point values
 * @param claimedStd mean of the claimed relative standard deviations
 * @param coverage share of runs whose interval (or bound) holds the truth
 * @param straightLineStd relative scatter of the straight-line fit over 10 to 50 % of the run
 */
record Calibration(
        String system,
        int runs,
        int values,
        double startLag,
        double bias,
        double trueStd,
        double claimedStd,
        double coverage,
        double straightLineStd) {

    static Calibration of(CalibrationSystem system, int runs) {
        DiffusionSettings settings = new DiffusionSettings(1, 500, 1, system.hopDistanceA(), 1);
        DiffusionResult[] results = IntStream.range(0, runs)
                .mapToObj(run -> DiffusionAnalysis.analyze(
                        TestTracks.of(system.positionsA().apply(run)), settings, TaskRunner.serial()))
                .toArray(DiffusionResult[]::new);
        double[] lines = new double[runs];
        for (int run = 0; run < runs; run++) {
            lines[run] = value(results[run].alternatives().ordinaryLeastSquaresCm2PerS());
        }
        double truth = system.diffusivityA2PerFrame().isPresent()
                ? system.diffusivityA2PerFrame().getAsDouble() * 1e-4
                : mean(lines);
        double[] relative = new double[runs];
        int values = 0;
        int covered = 0;
        double claimed = 0;
        double start = 0;
        for (DiffusionResult result : results) {
            start += (double) result.fit().orElseThrow().startLag() / runs;
            if (result.tracer().cm2PerS() instanceof Estimate.Measured d) {
                relative[values++] = d.value() / truth - 1;
                claimed += d.std() / truth;
                covered += d.lower95() <= truth && truth <= d.upper95() ? 1 : 0;
            } else if (result.tracer().cm2PerS() instanceof Estimate.UpperBound bound) {
                covered += truth <= bound.upper95() ? 1 : 0;
            }
        }
        double[] measured = Arrays.copyOf(relative, values);
        return new Calibration(
                system.name(),
                runs,
                values,
                start,
                mean(measured),
                std(measured),
                claimed / values,
                (double) covered / runs,
                std(lines) / truth);
    }

    /** Standard error of the bias. */
    double biasError() {
        return trueStd / Math.sqrt(values);
    }

    private static double value(Estimate estimate) {
        return estimate instanceof Estimate.Measured m ? m.value() : 0;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double std(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d runs (%d values), start %.0f, bias %+.3f ± %.3f, σ true %.3f claimed %.3f, coverage %.3f, line σ %.3f",
                system,
                runs,
                values,
                startLag,
                bias,
                biasError(),
                trueStd,
                claimedStd,
                coverage,
                straightLineStd);
    }
}
