package org.percolith.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.percolith.cli.batch.BatchFolder;
import org.percolith.cli.batch.BatchPlan;
import org.percolith.cli.batch.ResultRow;
import org.percolith.cli.batch.ResultTable;
import org.percolith.msd.sweep.SweepPoint;

/** One table of all results, and a sweep with its report for every system that has several temperatures. */
final class BatchMerge {

    private final BatchFolder folder;
    private final BatchPlan plan;
    private final Terminal terminal;

    BatchMerge(BatchFolder folder, BatchPlan plan, Terminal terminal) {
        this.folder = folder;
        this.plan = plan;
        this.terminal = terminal;
    }

    /** Exit code 3 where a run failed or is missing. */
    int merge() {
        ResultTable table = ResultTable.of(folder, plan);
        folder.write("results.csv", table.csv());
        Map<String, List<ResultRow>> systems = table.systems();
        int number = 0;
        for (Map.Entry<String, List<ResultRow>> system : systems.entrySet()) {
            number++;
            String name = systems.size() == 1 ? "sweep" : String.format(Locale.ROOT, "sweeps/%03d", number);
            terminal.result("\n" + system.getKey() + "\n");
            sweep(system.getValue(), folder.place().resolve(name));
        }
        terminal.result(account(table));
        return table.count("done") == table.rows().size() ? ExitCode.DONE : ExitCode.UNUSABLE_INPUT;
    }

    private void sweep(List<ResultRow> rows, Path out) {
        List<SweepPoint> points = new ArrayList<>();
        List<Path> summaries = new ArrayList<>();
        for (ResultRow row : rows) {
            Path summary = folder.summaryOf(row.task()).orElseThrow();
            points.addAll(SummaryPoints.read(summary));
            summaries.add(summary);
        }
        List<String> words = new ArrayList<>(plan.settings());
        words.add("--out=" + out);
        words.add("--force");
        CommandOptions options = TaskOptions.of(words);
        List<String> command = new ArrayList<>(List.of("sweep"));
        summaries.forEach(summary -> command.add(summary.toString()));
        command.addAll(plan.settings());
        new AnalysisJob(
                        options,
                        EnumSet.noneOf(RunAnalyzer.Part.class),
                        terminal,
                        ComputeCommand.provenance(command, options.analysis()))
                .run(List.of(), points, summaries);
    }

    private String account(ResultTable table) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%d runs: %d done (%d publishable), %d failed, %d missing; table in %s%n",
                table.rows().size(),
                table.count("done"),
                table.count("publishable"),
                table.count("failed"),
                table.count("missing"),
                folder.place().resolve("results.csv")));
        for (ResultRow row : table.only(List.of("failed", "missing")).rows()) {
            text.append(
                    String.format(Locale.ROOT, "  %s  %s: %s%n", row.task().folderName(), row.status(), row.message()));
        }
        return text.toString();
    }
}
