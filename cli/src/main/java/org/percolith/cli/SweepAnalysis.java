package org.percolith.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.MechanismSweep;
import org.percolith.msd.sweep.SweepExtension;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.msd.sweep.TemperatureSweep;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.transport.SweepTopology;
import org.percolith.trajectory.quantity.Verdict;

/**
 * The sweep that runs and points from elsewhere make.
 *
 * @param points all points, the excluded ones among them
 * @param verdicts of the fit, and whether all temperatures show the same pathway
 * @param extensions which run to make longer first, for the smallest interval at the extrapolated temperature
 * @param mechanism what the hops, regions and residences of the runs say together
 */
record SweepAnalysis(
        List<SweepPoint> points,
        SweepResult result,
        List<Verdict> verdicts,
        List<SweepExtension> extensions,
        MechanismSweep mechanism) {

    /** The sweep, or empty where there is only one temperature. */
    static Optional<SweepAnalysis> of(List<AnalyzedRun> runs, List<SweepPoint> morePoints, double extrapolateToK) {
        List<SweepPoint> points = new ArrayList<>(morePoints);
        runs.forEach(run -> run.sweepPoint().ifPresent(points::add));
        if (points.stream().mapToDouble(SweepPoint::temperatureK).distinct().count() < 2) {
            return Optional.empty();
        }
        SweepResult result = TemperatureSweep.fit(points, extrapolateToK);
        List<Verdict> verdicts = new ArrayList<>(result.verdicts());
        verdicts.add(topology(runs, result));
        return Optional.of(new SweepAnalysis(
                points,
                result,
                verdicts,
                SweepExtension.rank(points, durationsPs(runs), extrapolateToK),
                MechanismSweep.of(runs)));
    }

    private static Verdict topology(List<AnalyzedRun> runs, SweepResult result) {
        return SweepTopology.verdict(runs.stream()
                .filter(run -> result.used().contains(run.info().label()))
                .map(run -> new SweepTopology.Temperature(run.info().label(), pathwayRank(run), run.frameworkStatus()))
                .toList());
    }

    private static @Nullable Integer pathwayRank(AnalyzedRun run) {
        return run.rank().map(PathwayRank::assured).orElse(null);
    }

    private static Map<String, Double> durationsPs(List<AnalyzedRun> runs) {
        Map<String, Double> durationPs = new HashMap<>();
        runs.forEach(run -> run.diffusion()
                .ifPresent(
                        found -> durationPs.put(run.info().label(), run.info().durationPs())));
        return durationPs;
    }

    boolean failed() {
        return verdicts.stream().anyMatch(verdict -> verdict.status() == Verdict.Status.FAIL);
    }
}
