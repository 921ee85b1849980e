package org.percolith.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "two systems side by side on the same grid, levels and axes")
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "trajectory file or folder of one run")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "the run that is compared with it")
    private String second = "";

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        return new CompareJob(
                        options,
                        ComputeCommand.terminal(spec, options),
                        ComputeCommand.provenance(spec, options.analysis()))
                .run(List.of(first, second));
    }
}
