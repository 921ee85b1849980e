package org.percolith.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.percolith.cli.option.OutputOptions;
import org.percolith.cli.report.Provenance;
import org.percolith.cli.report.ReadingText;
import org.percolith.cli.report.RunJson;
import org.percolith.cli.report.SummaryJson;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.RunReader;
import org.percolith.trajectory.run.RunSurvey;
import org.percolith.trajectory.run.Segment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith inspect}: reads everything, computes nothing, writes nothing. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "what was found, before anything is computed: files, frames, time axis, temperature, seams, problems")
final class InspectCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "trajectory file or folder; 600:PATH states a temperature")
    private List<String> paths = List.of();

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        Terminal terminal = ComputeCommand.terminal(spec, options);
        TrajectoryFiles files = new TrajectoryFiles(options.execution().threads());
        RunReader reader = new RunReader(files, options.input().runOptions());
        List<Segment> inputs = new ArrayList<>();
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        int exitCode = ExitCode.DONE;
        for (RunFiles found : new RunDiscovery(files).discover(paths)) {
            try {
                RunInfo info = reader.inspect(found, ReadProgress.none());
                inputs.addAll(info.segments());
                nodes.add(RunJson.inspected(info));
                text.append(ReadingText.full(info)).append('\n');
            } catch (TrajectoryException e) {
                exitCode = ExitCode.UNUSABLE_INPUT;
                Optional<RunSurvey> survey = survey(files, found);
                survey.ifPresent(counted -> inputs.addAll(counted.segments()));
                nodes.add(RunJson.unusable(found, String.valueOf(e.getMessage()), survey));
                text.append(ReadingText.unusable(found, String.valueOf(e.getMessage()), survey))
                        .append('\n');
            }
        }
        terminal.result(options.output().format() == OutputOptions.Format.json ? json(inputs, nodes) : text.toString());
        return exitCode;
    }

    /** What the files hold all the same; empty where they are no trajectory. */
    private Optional<RunSurvey> survey(TrajectoryFiles files, RunFiles found) {
        try {
            return Optional.of(RunSurvey.of(files, found, options.input().structureHints()));
        } catch (TrajectoryException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private String json(List<Segment> inputs, ArrayNode runs) {
        Provenance provenance = ComputeCommand.provenance(spec, options.analysis());
        return SummaryJson.text(SummaryJson.of(provenance.json(inputs, List.of()), runs));
    }
}
