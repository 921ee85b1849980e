package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.conversion.Conversion;
import org.percolith.trajectory.format.conversion.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith convert}: one format to another, streaming. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "one format to another, streaming")
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "trajectory file")
    private Path source = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "file to write; an existing one is refused without --force")
    private Path target = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Default: by the name of OUT (...XDATCAR, .extxyz, .lammpstrj, .traj, .h5)")
    private @Nullable OutputFormat format;

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        if (Files.exists(target) && !options.output().force()) {
            throw new UsageException(target + " exists. Name another file, or replace it with --force");
        }
        OutputFormat written = format != null
                ? format
                : OutputFormat.ofName(target.getFileName().toString());
        Terminal terminal = ComputeCommand.terminal(spec, options);
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial-"
                + ProcessHandle.current().pid());
        try {
            Conversion done = Conversion.convert(
                    new TrajectoryFiles(options.execution().threads()),
                    source,
                    options.input().structureHints(),
                    written,
                    partial);
            done.notices().forEach(terminal::notice);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            terminal.result(done.frames() + " frames written to " + target + "\n");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot convert " + source + ": " + e.getMessage(), e);
        } finally {
            removeIfLeft(partial);
        }
    }

    private static void removeIfLeft(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + partial, e);
        }
    }
}
