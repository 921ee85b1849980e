package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.percolith.cli.option.DensityFormat;
import org.percolith.cli.report.ComparisonJson;
import org.percolith.cli.report.ComparisonTables;
import org.percolith.cli.report.ComparisonText;
import org.percolith.cli.report.DataSection;
import org.percolith.cli.report.MethodsSection;
import org.percolith.cli.report.PathwaySection;
import org.percolith.cli.report.Provenance;
import org.percolith.cli.report.Report;
import org.percolith.cli.report.RunText;
import org.percolith.cli.report.SummaryJson;
import org.percolith.cli.report.Tables;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.SystemComparison;
import org.percolith.density.DensityComparison;
import org.percolith.density.DensityWithError;
import org.percolith.density.Framework;
import org.percolith.density.ProjectionTables;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunFiles;

/** Analyses two runs on one grid and sets their results against each other. */
final class CompareJob {

    private static final List<String> FOLDERS = List.of("A/", "B/");

    private final CommandOptions options;
    private final Terminal terminal;
    private final Provenance provenance;

    CompareJob(CommandOptions options, Terminal terminal, Provenance provenance) {
        this.options = options;
        this.terminal = terminal;
        this.provenance = provenance;
    }

    /** What remains of one of the two when its tracks have ended. */
    private record Side(AnalyzedRun result, Framework framework, DensityWithError density) {
        VoxelGrid grid() {
            return density.map().grid();
        }
    }

    /**
     * Compares the runs at two paths.
     *
     * @return exit code
     */
    int run(List<String> paths) {
        try (RunSession session = new RunSession(options, EnumSet.allOf(RunAnalyzer.Part.class), terminal)) {
            RunFiles first = only(session, paths.get(0));
            RunFiles second = only(session, paths.get(1));
            Side a = analyze(session, first, Optional.empty(), FOLDERS.get(0));
            Side b = analyze(session, second, Optional.of(a.grid()), FOLDERS.get(1));
            SystemComparison comparison = compare(a, b);
            write(session, comparison, a, b);
            boolean failed = a.result().failed() || b.result().failed();
            return options.output().strict() && failed ? ExitCode.VERDICT_FAILED : ExitCode.DONE;
        }
    }

    private static RunFiles only(RunSession session, String path) {
        List<RunFiles> found = session.discover(List.of(path));
        if (found.size() != 1) {
            throw new UsageException(path + " holds " + found.size()
                    + " runs, but two single runs are compared. Name one of them: "
                    + String.join(", ", found.stream().map(RunFiles::label).toList()));
        }
        return found.get(0);
    }

    private Side analyze(RunSession session, RunFiles files, Optional<VoxelGrid> other, String prefix) {
        try (Run run = session.read(files)) {
            CrystalView own = CrystalView.of(run, options.analysis());
            CrystalView crystal = other.map(own::onGridLike).orElse(own);
            AnalyzedRun result = session.analyze(run, crystal, prefix);
            return new Side(
                    result, crystal.framework(), DensityWithError.of(crystal.ions(), crystal.grid(), session.runner()));
        }
    }

    private static SystemComparison compare(Side a, Side b) {
        Optional<String> mismatch =
                DensityComparison.mismatch(a.grid().cell(), b.grid().cell());
        Optional<DensityComparison> density =
                mismatch.isPresent() ? Optional.empty() : Optional.of(DensityComparison.of(a.density(), b.density()));
        return new SystemComparison(a.result(), b.result(), density, mismatch);
    }

    private void write(RunSession session, SystemComparison comparison, Side a, Side b) {
        ResultFolder folder = session.folder();
        comparison.density().ifPresent(density -> writeDifference(folder, density, a.framework()));
        folder.writeText(
                "density_lines.csv",
                out -> ProjectionTables.lines(
                        out,
                        List.of("first", "second"),
                        List.of(a.density().map(), b.density().map())));
        folder.writeText("percolation_levels.csv", out -> ComparisonTables.levels(out, comparison));
        new Figures(folder, terminal::notice).writeComparison(comparison);
        ObjectNode summary = SummaryJson.of(provenance.json(session.inputs(), List.of()), session.runNodes());
        summary.set("comparison", ComparisonJson.of(comparison));
        Report report = new Report(
                        a.result().info().label() + " and " + b.result().info().label())
                .add(ComparisonText.of(comparison), "comparison.svg");
        for (int side = 0; side < FOLDERS.size(); side++) {
            String prefix = FOLDERS.get(side);
            report.add(RunText.of(session.runs().get(side)), prefix + "msd.svg", prefix + "density.svg");
        }
        report.page(new PathwaySection(FOLDERS))
                .page(new MethodsSection(summary))
                .page(new DataSection(summary));
        session.publish(summary, report, Tables.runs(session.runs()));
    }

    private void writeDifference(ResultFolder folder, DensityComparison density, Framework framework) {
        for (DensityFormat format : options.analysis().densityFormats()) {
            if (framework.atoms() > 0) {
                folder.write(
                        format.fileName("difference"),
                        out -> format.write(
                                out, "density of the first minus the second", density.difference(), framework));
            }
        }
    }
}
