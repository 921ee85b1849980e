package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.percolith.cli.report.Report;
import org.percolith.cli.report.RunJson;
import org.percolith.cli.report.SummaryJson;
import org.percolith.cli.report.Tables;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunReader;
import org.percolith.trajectory.run.Segment;

/** Runs that are read and analysed one after the other, into one result folder that appears only at the end. */
final class RunSession implements AutoCloseable {

    private final CommandOptions options;
    private final Terminal terminal;
    private final TrajectoryFiles files;
    private final RunReader reader;
    private final ResultFolder folder;
    private final Workers workers;
    private final RunAnalyzer analyzer;
    private final List<AnalyzedRun> runs = new ArrayList<>();
    private final ArrayNode runNodes = JsonNodeFactory.instance.arrayNode();
    private final List<Segment> inputs = new ArrayList<>();

    RunSession(CommandOptions options, Set<RunAnalyzer.Part> parts, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
        files = new TrajectoryFiles(options.execution().threads());
        reader = new RunReader(files, options.input().runOptions());
        workers = new Workers(options.execution().threads());
        analyzer = new RunAnalyzer(parts, options.analysis(), options.input().furtherCarriers(), workers.runner());
        folder = new ResultFolder(options.output().out(), options.output().force(), terminal::notice);
    }

    /** The runs that these paths hold; none where there are no paths. */
    List<RunFiles> discover(List<String> paths) {
        return paths.isEmpty() ? List.of() : new RunDiscovery(files).discover(paths);
    }

    /** Reads one run, with progress where it is wanted. */
    Run read(RunFiles files) {
        Run run;
        if (options.execution().showProgress()) {
            try (ReadingBar bar = new ReadingBar(files.label(), files.segments().size())) {
                run = reader.read(files, bar);
            }
        } else {
            run = reader.read(files, ReadProgress.none());
        }
        run.info().notices().forEach(terminal::notice);
        inputs.addAll(run.info().segments());
        return run;
    }

    /** Analyses a run; its files go under {@code prefix}. */
    AnalyzedRun analyze(Run run, CrystalView crystal, String prefix) {
        Figures figures = new Figures(folder, terminal::notice);
        AnalyzedRun result = analyzer.analyze(run, crystal, folder, figures, prefix);
        result.diffusion().ifPresent(diffusion -> folder.writeText(prefix + "msd.csv", Tables.msd(diffusion.curve())));
        figures.writeMsd(result, prefix);
        runs.add(result);
        runNodes.add(RunJson.of(result));
        return result;
    }

    /**
     * Writes the result file and the report (text and page), moves the folder into place and shows what was asked for.
     *
     * @param csv the table that {@code --format csv} shows
     */
    void publish(ObjectNode summary, Report report, String csv) {
        folder.writeText("summary.json", SummaryJson.text(summary));
        folder.writeText("report.txt", report.text());
        folder.writeText("report.html", report.html(folder::read, "Percolith " + Version.NUMBER));
        folder.publish();
        switch (options.output().format()) {
            case text ->
                terminal.report(report.terminalText() + "\nresults in "
                        + options.output().out() + "\n");
            case json -> terminal.result(SummaryJson.text(summary));
            case csv -> terminal.result(csv);
        }
    }

    ResultFolder folder() {
        return folder;
    }

    TaskRunner runner() {
        return workers.runner();
    }

    /** Results so far, in the order of analysis. */
    List<AnalyzedRun> runs() {
        return runs;
    }

    /** The same as they stand in {@code summary.json}. */
    ArrayNode runNodes() {
        return runNodes;
    }

    /** All files that were read. */
    List<Segment> inputs() {
        return inputs;
    }

    @Override
    public void close() {
        workers.close();
        folder.close();
    }
}
