package org.percolith.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.percolith.cli.RunAnalyzer.Part;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands that take runs and differ only in what they compute of them. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {

    private final Set<Part> parts;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description = "trajectory file or folder; 600:PATH states a temperature")
    private List<String> runs = List.of();

    @Mixin
    private CommandOptions options = new CommandOptions();

    private RunCommand(Set<Part> parts) {
        this.parts = parts;
    }

    /** Adds {@code analyze, msd, density} and {@code pathways} to the program. */
    static void addTo(CommandLine program) {
        add(
                program,
                "analyze",
                EnumSet.allOf(Part.class),
                "diffusivity, dimensionality, conductivity, density, percolation and the sweep");
        add(program, "msd", EnumSet.of(Part.DISPLACEMENT), "displacement statistics only");
        add(
                program,
                "density",
                EnumSet.of(Part.DENSITY),
                "density grid, pair distributions of the mobile ion and its files only");
        add(
                program,
                "pathways",
                EnumSet.of(Part.PERCOLATION, Part.SITES, Part.MECHANISM),
                "percolation of the mobile ion's tracks, its sites, hops and residence");
    }

    private static void add(CommandLine program, String name, Set<Part> parts, String description) {
        CommandLine command = new CommandLine(new RunCommand(parts));
        command.getCommandSpec().usageMessage().description(description);
        program.addSubcommand(name, command);
    }

    @Override
    public Integer call() {
        return ComputeCommand.job(spec, options, parts).run(runs, List.of(), List.of());
    }
}
