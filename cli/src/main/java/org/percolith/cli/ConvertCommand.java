package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percolith.cli.report.ReadingText;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.conversion.Conversion;
import org.percolith.trajectory.format.conversion.OutputFormat;
import org.percolith.trajectory.format.conversion.RunConversion;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunOptions;
import org.percolith.trajectory.run.RunReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code percolith convert}: one format to another, streaming. A single file is translated frame by frame, as it is; the
 * segments of a run are joined as an analysis joins them.
 */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "one format to another, streaming; the restarts of a run joined to one file")
final class ConvertCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "trajectory file, or the folder of a run")
    private String source = "";

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

    @Option(
            names = "--pieces",
            paramLabel = "split|join",
            description =
                    "what becomes of a run that a discontinuity parts: a file for each piece (OUT-1, OUT-2, ...), or"
                            + " all in one as if nothing were missing. Default: it is refused")
    private RunConversion.@Nullable Pieces pieces;

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        if (options.input().partOfTimeGiven()) {
            throw new UsageException("convert writes the whole run: --skip and --stop are for analyses. To thin it out,"
                    + " give --stride");
        }
        Terminal terminal = ComputeCommand.terminal(spec, options);
        TrajectoryFiles files = new TrajectoryFiles(options.execution().threads());
        RunFiles run = oneRun(new RunDiscovery(files).discover(List.of(source)));
        OutputFormat written = format != null
                ? format
                : OutputFormat.ofName(target.getFileName().toString());
        try (ConvertedFiles converted =
                new ConvertedFiles(target, options.output().force(), terminal::notice)) {
            if (run.segments().size() == 1) {
                convertFile(run.segments().get(0), files, written, converted, terminal);
            } else {
                joinSegments(run, files, written, converted, terminal);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot convert " + source + ": " + e.getMessage(), e);
        }
    }

    private RunFiles oneRun(List<RunFiles> runs) {
        if (runs.size() > 1) {
            throw new UsageException(source + " holds " + runs.size() + " runs: "
                    + runs.stream().map(found -> found.path().toString()).collect(Collectors.joining(", "))
                    + ". A trajectory file holds one: convert each on its own");
        }
        return runs.get(0);
    }

    private void convertFile(
            Path file, TrajectoryFiles files, OutputFormat written, ConvertedFiles converted, Terminal terminal)
            throws IOException {
        RunOptions settings = options.input().runOptions();
        Conversion done = Conversion.convert(
                files, file, settings.structureHints(), written, settings.stride(), converted.place(0));
        done.notices().forEach(terminal::notice);
        converted.publish();
        terminal.result(frames(done.frames()) + target + "\n");
    }

    private void joinSegments(
            RunFiles run, TrajectoryFiles files, OutputFormat written, ConvertedFiles converted, Terminal terminal)
            throws IOException {
        RunOptions settings = options.input().runOptions();
        RunConversion conversion =
                new RunConversion(new RunReader(files, settings), written, settings.stride(), pieces);
        RunConversion.Written done = conversion.convert(
                run,
                ReadProgress.none(),
                account -> {
                    account.seams().forEach(seam -> terminal.notice("seam " + ReadingText.seam(seam)));
                    account.notices().forEach(terminal::notice);
                },
                converted::place);
        converted.publish();
        List<Path> targets = converted.targets();
        StringBuilder told = new StringBuilder();
        for (int k = 0; k < targets.size(); k++) {
            told.append(frames(done.framesOfFile().get(k)))
                    .append(targets.get(k))
                    .append('\n');
        }
        terminal.result(told.toString());
    }

    private static String frames(long count) {
        return count + (count == 1 ? " frame" : " frames") + " written to ";
    }
}
