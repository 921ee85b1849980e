package org.percolith.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.ExecutionOptions;
import org.percolith.cli.option.InputOptions;
import org.percolith.cli.option.OutputOptions;
import org.percolith.cli.option.WallTimeConverter;
import org.percolith.cli.watch.WatchGoal;
import org.percolith.cli.watch.WatchGoalConverter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith watch}. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "follows a growing run: D, hops, verdict and how much longer, until --until is reached.",
            "Exit codes: 0 reached, or the run ended and nothing was asked for; 2 wrong usage, or something is missing that"
                    + " waiting does not bring; 3 the run could not be used; 4 the run ended, or --once looked, before"
                    + " --until was reached; 130 ended by Ctrl-C (SIGINT), 143 by SIGTERM."
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "trajectory file or folder; 600:PATH states a temperature")
    private String path = "";

    @Option(
            names = "--until",
            split = ",",
            paramLabel = "rsd=0.2",
            converter = WatchGoalConverter.class,
            description =
                    "end when all of these hold: rsd=0.2 (relative error of D*), hops=200, length=100ps, publishable."
                            + " Default: go on")
    private List<WatchGoal> goals = List.of();

    @Option(
            names = "--every",
            paramLabel = "30s",
            converter = WallTimeConverter.class,
            description = "time between looks, longer where a look would take more than a tenth of it. Default: 30s")
    private Duration every = Duration.ofSeconds(30);

    @Option(
            names = "--idle",
            paramLabel = "6h",
            converter = WallTimeConverter.class,
            description = "end when nothing was added for this long. Default: 6h")
    private Duration idle = Duration.ofHours(6);

    @Option(names = "--once", description = "look once and end: 0 if --until is reached, 4 if not")
    private boolean once;

    @Option(names = "--format", paramLabel = "text|json", description = "a line a look. Default: ${DEFAULT-VALUE}")
    private OutputOptions.Format format = OutputOptions.Format.text;

    @ArgGroup(exclusive = false, validate = false, heading = "%nInput:%n")
    private InputOptions input = new InputOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nAnalysis:%n")
    private AnalysisOptions analysis = new AnalysisOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nExecution:%n")
    private ExecutionOptions execution = new ExecutionOptions();

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal =
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), execution);
        Watching.requirePlace(path);
        try (WatchedRun run = new WatchedRun(path, input, analysis, execution)) {
            Watching watching = new Watching(run, goals, format, terminal);
            return once ? watching.once() : watching.follow(every, idle);
        }
    }
}
