package org.percolith.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith density}. */
@Command(
        name = "density",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "density grid of the mobile ion and its files only")
final class DensityCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "trajectory file or folder; 600:PATH states a temperature")
    private List<String> runs = List.of();

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        AnalysisJob job = new AnalysisJob(
                options,
                EnumSet.of(RunAnalyzer.Part.DENSITY),
                ComputeCommand.terminal(spec, options),
                ComputeCommand.provenance(spec, options.analysis()));
        return job.run(runs, List.of(), List.of());
    }
}
