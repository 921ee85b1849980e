package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.percolith.cli.report.AnswerSection;
import org.percolith.cli.report.DataSection;
import org.percolith.cli.report.ExperimentReport;
import org.percolith.cli.report.FigureSection;
import org.percolith.cli.report.MechanismJson;
import org.percolith.cli.report.MethodsSection;
import org.percolith.cli.report.NextStep;
import org.percolith.cli.report.PathwaySection;
import org.percolith.cli.report.Provenance;
import org.percolith.cli.report.ReadSection;
import org.percolith.cli.report.Report;
import org.percolith.cli.report.RunTable;
import org.percolith.cli.report.RunText;
import org.percolith.cli.report.SummaryJson;
import org.percolith.cli.report.SweepJson;
import org.percolith.cli.report.SweepText;
import org.percolith.cli.report.Tables;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.ComparedMeasurement;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.pathways.ledger.LedgerSweep;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunFiles;

/** From paths to a published result folder and a report: what every computing command does. */
final class AnalysisJob {

    private static final List<String> RUN_FIGURES =
            List.of("msd.svg", "density.svg", "ledger.svg", "residence.svg", "regions.svg", "jump_network.svg");

    private final CommandOptions options;
    private final Set<RunAnalyzer.Part> parts;
    private final Terminal terminal;
    private final Provenance provenance;

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
        try (RunSession session = new RunSession(options, parts, terminal)) {
            List<RunFiles> found = session.discover(paths);
            if (options.execution().dryRun()) {
                terminal.result(DryRun.text(found, parts, options.output().out()));
                return ExitCode.DONE;
            }
            if (found.size() > 1 && options.input().temperatureGiven()) {
                throw new UsageException("--temperature states one temperature, but there are " + found.size()
                        + " runs. State each as 600:PATH, or in a runs.csv");
            }
            return analyze(session, found, morePoints, otherInputs);
        }
    }

    /** Analyses one run whose files are known. */
    int run(RunFiles files) {
        try (RunSession session = new RunSession(options, parts, terminal)) {
            return analyze(session, List.of(files), List.of(), List.of());
        }
    }

    private int analyze(RunSession session, List<RunFiles> found, List<SweepPoint> morePoints, List<Path> otherInputs) {
        for (RunFiles files : found) {
            try (Run run = session.read(files)) {
                session.analyze(run, CrystalView.of(run, options.analysis()), prefix(found.size(), files.label()));
            }
        }
        return conclude(session, morePoints, otherInputs);
    }

    private int conclude(RunSession session, List<SweepPoint> morePoints, List<Path> otherInputs) {
        List<AnalyzedRun> runs = session.runs();
        Optional<SweepAnalysis> sweep =
                SweepAnalysis.of(runs, morePoints, options.analysis().extrapolateToK());
        ObjectNode summary = SummaryJson.of(provenance.json(session.inputs(), otherInputs), session.runNodes());
        List<ComparedMeasurement> compared = compared(runs, sweep);
        if (!compared.isEmpty()) {
            summary.set("experiment", ExperimentReport.json(compared));
        }
        sweep.ifPresent(found -> {
            ObjectNode node = SweepJson.of(found.result(), found.verdicts(), found.extensions());
            MechanismJson.putSweep(node, found.mechanism());
            summary.set("sweep", node);
            session.folder().writeText("arrhenius.csv", Tables.arrhenius(found.points(), found.result()));
            new Figures(session.folder(), terminal::notice)
                    .writeArrhenius("", found.points(), found.result(), compared);
        });
        new Figures(session.folder(), terminal::notice).writeMsd(runs);
        session.publish(
                summary,
                report(runs, sweep, compared, summary),
                sweep.filter(found -> runs.isEmpty())
                        .map(found -> Tables.arrhenius(found.points(), found.result()))
                        .orElseGet(() -> Tables.runs(runs)));
        boolean failed = runs.stream().anyMatch(AnalyzedRun::failed)
                || sweep.filter(SweepAnalysis::failed).isPresent();
        return options.output().strict() && failed ? ExitCode.VERDICT_FAILED : ExitCode.DONE;
    }

    private List<ComparedMeasurement> compared(List<AnalyzedRun> runs, Optional<SweepAnalysis> sweep) {
        List<SweepPoint> points = sweep.map(SweepAnalysis::points)
                .orElseGet(() ->
                        runs.stream().flatMap(run -> run.sweepPoint().stream()).toList());
        return new ExperimentBridge(
                        points,
                        sweep.flatMap(found -> found.mechanism().ledger()).map(LedgerSweep::rateThz))
                .compare(options.analysis().experiment());
    }

    private static Report report(
            List<AnalyzedRun> runs,
            Optional<SweepAnalysis> sweep,
            List<ComparedMeasurement> compared,
            ObjectNode summary) {
        Report report = new Report(runs.size() == 1 ? runs.get(0).info().label() : title(runs));
        report.page(new AnswerSection(
                runs,
                sweep.map(SweepAnalysis::result),
                sweep.map(SweepAnalysis::verdicts).orElse(List.of()),
                nextStep(runs, sweep)));
        if (!runs.isEmpty()) {
            report.page(new ReadSection(runs.stream().map(AnalyzedRun::info).toList()));
        }
        sweep.ifPresent(found -> report.add(
                SweepText.of(found.result(), found.verdicts(), found.extensions(), found.mechanism()),
                "arrhenius.svg"));
        if (!compared.isEmpty()) {
            report.add(ExperimentReport.text(compared));
        }
        if (runs.size() > 1) {
            report.add(RunTable.text(runs), RunTable.page(runs));
            report.page(new FigureSection("msd_all.svg"));
        }
        List<String> prefixes = runs.stream()
                .map(run -> prefix(runs.size(), run.info().label()))
                .toList();
        report.page(new PathwaySection(prefixes));
        for (int k = 0; k < runs.size(); k++) {
            String prefix = prefixes.get(k);
            report.detail(
                    AnswerSection.anchor(k),
                    RunText.of(runs.get(k)),
                    RUN_FIGURES.stream().map(name -> prefix + name).toArray(String[]::new));
        }
        return report.page(new MethodsSection(summary)).page(new DataSection(summary));
    }

    private static String title(List<AnalyzedRun> runs) {
        return runs.isEmpty()
                ? "Temperature sweep"
                : runs.get(0).info().atoms().formula() + ": " + runs.size() + " runs";
    }

    private static String nextStep(List<AnalyzedRun> runs, Optional<SweepAnalysis> sweep) {
        return NextStep.of(
                runs,
                sweep.map(SweepAnalysis::verdicts).orElse(List.of()),
                sweep.map(SweepAnalysis::extensions).orElse(List.of()));
    }

    /** Files of a single run lie in the result folder itself, those of several in a folder each. */
    private static String prefix(int runs, String label) {
        return runs == 1 ? "" : folderName(label) + "/";
    }

    /** A label as a folder name. */
    private static String folderName(String label) {
        String name = label.replaceAll("[^A-Za-z0-9._+-]+", "_");
        return name.startsWith(".") ? "_" + name : name;
    }
}
