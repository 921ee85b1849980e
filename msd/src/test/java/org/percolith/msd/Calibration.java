package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** Many runs of one system, analysed. */
final class Calibration {

    /** Å² per frame to cm²/s, with frames of 1 ps. */
    private static final double UNIT = 1e-4;

    private Calibration() {}

    /** What one run said. */
    private record Outcome(
            Estimate tracer,
            Estimate charge,
            Estimate haven,
            double straightLine,
            OptionalInt dimensions,
            List<Estimate> axes,
            Verdict.Status errorsAgree) {

        static Outcome of(DiffusionResult result) {
            double line =
                    result.alternatives().ordinaryLeastSquaresCm2PerS() instanceof Estimate.Measured m ? m.value() : 0;
            OptionalInt dimensions =
                    result.dimensionality().map(Dimensionality::value).orElse(OptionalInt.empty());
            List<Estimate> axes = result.tensor()
                    .map(t -> t.axes().stream().map(PrincipalAxis::cm2PerS).toList())
                    .orElse(List.of());
            return new Outcome(
                    result.tracer().cm2PerS(),
                    result.charge().cm2PerS(),
                    result.havenRatio(),
                    line,
                    dimensions,
                    axes,
                    result.verdict("M8").status());
        }

        Estimate axis(int rank) {
            return rank < axes.size() ? axes.get(rank) : Estimate.withheld("no tensor");
        }
    }

    /**
     * Rows for D* with the calls, and for D_σ, H_R and the principal axes where they are known.
     *
     * @param firstSeed of {@code runs} in a row
     */
    static List<CalibrationRow> rows(CalibrationSystem system, int runs, long firstSeed, TaskRunner runner) {
        DiffusionSettings settings = new DiffusionSettings(1, 500, 1, system.hopDistanceA(), 1);
        List<Outcome> outcomes = runner.map(
                runs,
                run -> Outcome.of(
                        DiffusionAnalysis.analyze(system.tracks(firstSeed + run), settings, TaskRunner.serial())));
        double lines =
                outcomes.stream().mapToDouble(Outcome::straightLine).average().orElse(0);
        double truth = system.truth().diffusivityA2PerFrame().isPresent()
                ? system.truth().diffusivityA2PerFrame().getAsDouble() * UNIT
                : lines;
        List<CalibrationRow> rows = new ArrayList<>();
        rows.add(row(system, "D", truth, outcomes, Outcome::tracer).withCalls(calls(system, outcomes)));
        system.truth().chargeDiffusivityA2PerFrame().ifPresent(charge -> {
            rows.add(row(system, "D_σ", charge * UNIT, outcomes, Outcome::charge));
            rows.add(row(system, "H_R", truth / (charge * UNIT), outcomes, Outcome::haven));
        });
        for (int rank = 0; rank < system.truth().axesA2PerFrame().size(); rank++) {
            int of = rank;
            double axis = system.truth().axesA2PerFrame().get(rank) * UNIT;
            rows.add(row(system, "axis " + (rank + 1), axis, outcomes, outcome -> outcome.axis(of)));
        }
        return rows;
    }

    private static CalibrationRow row(
            CalibrationSystem system,
            String quantity,
            double truth,
            List<Outcome> outcomes,
            Function<Outcome, Estimate> estimate) {
        return CalibrationRow.of(
                system, quantity, truth, outcomes.stream().map(estimate).toList());
    }

    private static CalibrationRow.Calls calls(CalibrationSystem system, List<Outcome> outcomes) {
        int right = 0;
        int undetermined = 0;
        int alarms = 0;
        for (Outcome outcome : outcomes) {
            right += outcome.dimensions().orElse(-1) == system.truth().dimensions() ? 1 : 0;
            undetermined += outcome.dimensions().isEmpty() ? 1 : 0;
            alarms += outcome.errorsAgree() == Verdict.Status.FAIL ? 1 : 0;
        }
        return new CalibrationRow.Calls(right, undetermined, outcomes.size() - right - undetermined, alarms);
    }
}
