package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.report.Provenance;
import org.percolith.cli.report.RunJson;
import org.percolith.cli.report.RunText;
import org.percolith.cli.report.SummaryJson;
import org.percolith.cli.report.SweepJson;
import org.percolith.cli.report.SweepText;
import org.percolith.cli.report.Tables;
import org.percolith.cli.report.TextBlock;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.sweep.SweepExtension;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.msd.sweep.TemperatureSweep;
import org.percolith.pathways.transport.SweepTopology;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunReader;
import org.percolith.trajectory.run.Segment;

/** From paths to a published result folder and a report: what every computing command does. */
final class AnalysisJob {

    private final CommandOptions options;
    private final Set<RunAnalyzer.Part> parts;
    private final Terminal terminal;
    private final Provenance provenance;
    private final List<AnalyzedRun> runs = new ArrayList<>();
    private final ArrayNode runNodes = JsonNodeFactory.instance.arrayNode();
    private final List<Segment> inputs = new ArrayList<>();

    AnalysisJob(CommandOptions options, Set<RunAnalyzer.Part> parts, Terminal terminal, Provenance provenance) {
        this.options = options;
        this.parts = parts;
        this.terminal = terminal;
        this.provenance = provenance;
    }

    /**
     * Analyses runs, then the sweep they make with {@code morePoints}.
     *
     * @param paths runs, as the user wrote them
     * @param morePoints points from elsewhere, and the files they came from
     * @return exit code
     */
    int run(List<String> paths, List<SweepPoint> morePoints, List<Path> otherInputs) {
        TrajectoryFiles files = new TrajectoryFiles(options.execution().threads());
        List<RunFiles> found = paths.isEmpty() ? List.of() : new RunDiscovery(files).discover(paths);
        if (found.size() > 1 && options.input().temperatureGiven()) {
            throw new UsageException("--temperature states one temperature, but there are " + found.size()
                    + " runs. State each as 600:PATH, or in a runs.csv");
        }
        try (ResultFolder folder = new ResultFolder(
                        options.output().out(), options.output().force());
                Workers workers = new Workers(options.execution().threads())) {
            RunAnalyzer analyzer = new RunAnalyzer(parts, options.analysis(), workers.runner());
            RunReader reader = new RunReader(files, options.input().runOptions());
            for (RunFiles run : found) {
                analyze(run, reader, analyzer, folder, found.size() == 1 ? "" : folderName(run.label()) + "/");
            }
            return conclude(folder, morePoints, otherInputs);
        }
    }

    private void analyze(RunFiles files, RunReader reader, RunAnalyzer analyzer, ResultFolder folder, String prefix) {
        try (Run run = read(files, reader)) {
            run.info().notices().forEach(terminal::notice);
            AnalyzedRun result = analyzer.analyze(run, folder, prefix);
            result.diffusion()
                    .ifPresent(diffusion -> folder.writeText(prefix + "msd.csv", Tables.msd(diffusion.curve())));
            new Figures(folder, terminal::notice).writeMsd(result, prefix);
            runs.add(result);
            runNodes.add(RunJson.of(result));
            inputs.addAll(run.info().segments());
        }
    }

    private Run read(RunFiles files, RunReader reader) {
        if (!options.execution().showProgress()) {
            return reader.read(files, ReadProgress.none());
        }
        try (ReadingBar bar = new ReadingBar(files.label(), files.segments().size())) {
            return reader.read(files, bar);
        }
    }

    private int conclude(ResultFolder folder, List<SweepPoint> morePoints, List<Path> otherInputs) {
        List<SweepPoint> points = new ArrayList<>(morePoints);
        runs.forEach(run -> run.sweepPoint().ifPresent(points::add));
        SweepResult sweep = temperatures(points) >= 2
                ? TemperatureSweep.fit(points, options.analysis().extrapolateToK())
                : null;
        List<Verdict> sweepVerdicts = sweep == null ? List.of() : sweepVerdicts(sweep);
        List<SweepExtension> extensions = sweep == null ? List.of() : extensions(points);
        ObjectNode sweepNode = sweep == null ? null : SweepJson.of(sweep, sweepVerdicts, extensions);
        ObjectNode summary = SummaryJson.of(provenance.json(inputs, otherInputs), runNodes, sweepNode);
        String report = report(sweep, sweepVerdicts, extensions);
        if (sweep != null) {
            folder.writeText("arrhenius.csv", Tables.arrhenius(points, sweep));
            new Figures(folder, terminal::notice).writeArrhenius("", points, sweep);
        }
        folder.writeText("summary.json", SummaryJson.text(summary));
        folder.writeText("report.txt", report);
        folder.publish();
        terminal.result(
                switch (options.output().format()) {
                    case text -> report + "\nresults in " + options.output().out() + "\n";
                    case json -> SummaryJson.text(summary);
                    case csv -> runs.isEmpty() && sweep != null ? Tables.arrhenius(points, sweep) : Tables.runs(runs);
                });
        return exitCode(sweepVerdicts);
    }

    private static long temperatures(List<SweepPoint> points) {
        return points.stream().mapToDouble(SweepPoint::temperatureK).distinct().count();
    }

    /** Which run to make longer first, for the smallest interval at the extrapolated temperature. */
    private List<SweepExtension> extensions(List<SweepPoint> points) {
        Map<String, Double> durationPs = new HashMap<>();
        runs.forEach(run -> run.diffusion()
                .ifPresent(
                        found -> durationPs.put(run.info().label(), run.info().durationPs())));
        return SweepExtension.rank(points, durationPs, options.analysis().extrapolateToK());
    }

    private List<Verdict> sweepVerdicts(SweepResult sweep) {
        List<Verdict> all = new ArrayList<>(sweep.verdicts());
        List<SweepTopology.Temperature> compared = runs.stream()
                .filter(run -> sweep.used().contains(run.info().label()))
                .map(run -> new SweepTopology.Temperature(
                        run.info().label(), pathwayRank(run), run.info().frameworkStatus()))
                .toList();
        all.add(SweepTopology.verdict(compared));
        return all;
    }

    private static @Nullable Integer pathwayRank(AnalyzedRun run) {
        return run.percolation()
                .map(found -> Optional.ofNullable(found.dimensionality()))
                .flatMap(rank -> rank)
                .orElse(null);
    }

    private String report(@Nullable SweepResult sweep, List<Verdict> sweepVerdicts, List<SweepExtension> extensions) {
        List<String> blocks = new ArrayList<>();
        if (sweep != null) {
            blocks.add(SweepText.of(sweep, sweepVerdicts, extensions));
        }
        runs.forEach(run -> blocks.add(RunText.of(run)));
        return String.join("\n" + TextBlock.rule() + "\n\n", blocks);
    }

    private int exitCode(List<Verdict> sweepVerdicts) {
        boolean failed = runs.stream().anyMatch(AnalyzedRun::failed)
                || sweepVerdicts.stream().anyMatch(verdict -> verdict.status() == Verdict.Status.FAIL);
        return options.output().strict() && failed ? ExitCode.VERDICT_FAILED : ExitCode.DONE;
    }

    /** A label as a folder name. */
    private static String folderName(String label) {
        String name = label.replaceAll("[^A-Za-z0-9._+-]+", "_");
        return name.startsWith(".") ? "_" + name : name;
    }
}
