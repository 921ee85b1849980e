package org.percolith.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.report.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** What computing commands share around a job: its terminal and its provenance. */
final class ComputeCommand {

    private ComputeCommand() {}

    static Terminal terminal(CommandSpec spec, CommandOptions options) {
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), options.execution());
    }

    /** The job that computes {@code parts} with these options. */
    static AnalysisJob job(CommandSpec spec, CommandOptions options, Set<RunAnalyzer.Part> parts) {
        return new AnalysisJob(options, parts, terminal(spec, options), provenance(spec, options.analysis()));
    }

    /** What is recorded of this call. */
    static Provenance provenance(CommandSpec spec, AnalysisOptions analysis) {
        return provenance(spec.root().commandLine().getParseResult().originalArgs(), analysis);
    }

    /** What is recorded of a call with these arguments. */
    static Provenance provenance(List<String> arguments, AnalysisOptions analysis) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("grid_A", analysis.gridA())
                .put("percolation_grid_A", analysis.percolationGridA())
                .put("hop_distance_A", analysis.hopDistanceA().orElse(null))
                .put("seed", analysis.seed())
                .put("extrapolate_to_K", analysis.extrapolateToK());
        return new Provenance(
                Version.NUMBER,
                Provenance.effective(arguments),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                settings);
    }
}
