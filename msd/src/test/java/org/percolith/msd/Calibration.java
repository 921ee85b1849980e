package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Many runs of one system, analysed. */
final class Calibration {

    private Calibration() {}

    /** What one run said. */
    private record Outcome(
            Estimate tracer, Estimate haven, double straightLine, OptionalInt dimensions, List<Estimate> axes) {

        static Outcome of(DiffusionResult result) {
            double line =
                    result.alternatives().ordinaryLeastSquaresCm2PerS() instanceof Estimate.Measured m ? m.value() : 0;
            OptionalInt dimensions =
                    result.dimensionality().map(Dimensionality::value).orElse(OptionalInt.empty());
            List<Estimate> axes = result.tensor()
                    .map(t -> t.axes().stream().map(PrincipalAxis::cm2PerS).toList())
                    .orElse(List.of());
            return new Outcome(result.tracer().cm2PerS(), result.havenRatio(), line, dimensions, axes);
        }
    }

    /**
     * Rows for D* with the dimensions, and for H_R where D_σ is known.
     *
     * @param firstSeed of {@code runs} in a row
     */
    static List<CalibrationRow> rows(CalibrationSystem system, int runs, long firstSeed, TaskRunner runner) {
        DiffusionSettings settings = new DiffusionSettings(1, 500, 1, system.hopDistanceA(), 1);
        List<Outcome> outcomes = runner.map(
                runs,
                run -> Outcome.of(DiffusionAnalysis.analyze(
                        TestTracks.of(system.positionsA().apply(firstSeed + run)), settings, TaskRunner.serial())));
        double lines =
                outcomes.stream().mapToDouble(Outcome::straightLine).average().orElse(0);
        double truth = system.truth().diffusivityA2PerFrame().isPresent()
                ? system.truth().diffusivityA2PerFrame().getAsDouble() * 1e-4
                : lines;
        List<CalibrationRow> rows = new ArrayList<>();
        List<Estimate> tracers = outcomes.stream().map(Outcome::tracer).toList();
        rows.add(withCalls(CalibrationRow.of(system, "D", truth, tracers), system, outcomes));
        system.truth().chargeDiffusivityA2PerFrame().ifPresent(charge -> {
            List<Estimate> havens = outcomes.stream().map(Outcome::haven).toList();
            rows.add(CalibrationRow.of(system, "H_R", truth / (charge * 1e-4), havens));
        });
        return rows;
    }

    private static CalibrationRow withCalls(CalibrationRow row, CalibrationSystem system, List<Outcome> outcomes) {
        int right = 0;
        int undetermined = 0;
        for (Outcome outcome : outcomes) {
            right += outcome.dimensions().orElse(-1) == system.truth().dimensions() ? 1 : 0;
            undetermined += outcome.dimensions().isEmpty() ? 1 : 0;
        }
        return row.withCalls(right, undetermined, outcomes.size() - right - undetermined);
    }
}
