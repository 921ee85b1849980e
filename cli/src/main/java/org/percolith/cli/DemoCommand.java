package org.percolith.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code percolith demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "analyze, on the sweep of glassy Li4PO4I that ships with the project")
final class DemoCommand implements Callable<Integer> {

    private static final String SWEEP = "fixtures/glass-sweep";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        String home = System.getenv().getOrDefault("PERCOLITH_HOME", ".");
        Path sweep = Path.of(home).resolve(SWEEP);
        if (!Files.isDirectory(sweep)) {
            throw new UsageException("the demo sweep is not at " + sweep
                    + ". Call percolith from its own folder, or set PERCOLITH_HOME to it");
        }
        return ComputeCommand.job(spec, options, EnumSet.allOf(RunAnalyzer.Part.class))
                .run(List.of(sweep.toString()), List.of(), List.of());
    }
}
