package org.percolith.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.percolith.cli.table.DiffusivityTable;
import org.percolith.cli.table.TableCarrier;
import org.percolith.msd.sweep.SweepPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code percolith sweep}: from runs, from earlier results and from tables, in any mixture. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "activation energy and extrapolation from several temperatures")
final class SweepCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "INPUT",
            arity = "1..*",
            description = "runs, summary.json files of earlier calls, or a table with a header such as T,D,D_error"
                    + " (K, cm^2/s), T (K);D (m^2/s) or temperature_K,sigma_S_cm")
    private List<String> inputs = List.of();

    @Mixin
    private CommandOptions options = new CommandOptions();

    @Override
    public Integer call() {
        List<String> runs = new ArrayList<>();
        List<SweepPoint> points = new ArrayList<>();
        List<Path> otherInputs = new ArrayList<>();
        TableCarrier carrier = TableCarrier.of(options.input().runOptions());
        for (String input : inputs) {
            Path path = Path.of(input);
            if (input.endsWith(".json")) {
                points.addAll(SummaryPoints.read(path));
                otherInputs.add(path);
            } else if (DiffusivityTable.isTable(path)) {
                DiffusivityTable table = DiffusivityTable.read(path, carrier);
                points.addAll(table.points());
                table.notices().forEach(ComputeCommand.terminal(spec, options)::notice);
                otherInputs.add(path);
            } else {
                runs.add(input);
            }
        }
        return ComputeCommand.job(
                        spec, options, EnumSet.of(RunAnalyzer.Part.DISPLACEMENT, RunAnalyzer.Part.PERCOLATION))
                .run(runs, points, otherInputs);
    }
}
