package org.percolith.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.ExecutionOptions;
import org.percolith.cli.option.InputOptions;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.watch.FilesSeen;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.RunOptions;
import org.percolith.trajectory.run.RunReader;

/**
 * A run that another program still writes. Its files are looked for anew at every look, so that segments may be added,
 * renamed or rotated; it is read from the beginning whenever they changed.
 */
final class WatchedRun implements AutoCloseable {

    private static final Set<RunAnalyzer.Part> PARTS =
            EnumSet.of(RunAnalyzer.Part.DISPLACEMENT, RunAnalyzer.Part.PERCOLATION);

    private final String path;
    private final AnalysisOptions analysis;
    private final TrajectoryFiles files;
    private final RunReader reader;
    private final Workers workers;
    private final ResultFolder scratch;
    private FilesSeen seen = FilesSeen.none();

    WatchedRun(String path, InputOptions input, AnalysisOptions analysis, ExecutionOptions execution) {
        this.path = path;
        this.analysis = analysis;
        RunOptions options = input.runOptions();
        files = new TrajectoryFiles(execution.threads());
        reader = new RunReader(files, options);
        workers = new Workers(execution.threads());
        scratch = new ResultFolder(
                options.scratchDirectory()
                        .resolve("percolith-watch-" + ProcessHandle.current().pid()),
                true,
                notice -> {});
    }

    /**
     * Reads and judges the run as it is now; empty if nothing changed since the last look that succeeded.
     *
     * @throws TrajectoryException if it cannot be used yet, or again
     * @throws UsageException if there are several runs, or something is missing that no waiting brings
     */
    Optional<AnalyzedRun> look() {
        RunFiles found = only(new RunDiscovery(files).discover(List.of(path)));
        FilesSeen now = FilesSeen.of(found.segments());
        if (now.equals(seen)) {
            return Optional.empty();
        }
        AnalyzedRun judged = judge(found);
        seen = now;
        return Optional.of(judged);
    }

    private AnalyzedRun judge(RunFiles found) {
        try (Run run = reader.read(found, ReadProgress.none())) {
            RunAnalyzer analyzer = new RunAnalyzer(PARTS, analysis, List.of(), workers.runner());
            return analyzer.analyze(
                    run, CrystalView.of(run, analysis), scratch, new Figures(scratch, notice -> {}), "");
        } catch (TrajectoryException e) {
            refuseIfTheUserMustHelp(found);
            throw e;
        }
    }

    private static RunFiles only(List<RunFiles> runs) {
        if (runs.size() != 1) {
            throw new UsageException("there are " + runs.size() + " runs; watch follows one. Name one of "
                    + String.join(
                            ", ",
                            runs.stream().map(run -> run.path().toString()).toList()));
        }
        return runs.get(0);
    }

    /** A run with complete frames and no time axis will not get one by waiting. */
    private void refuseIfTheUserMustHelp(RunFiles found) {
        RunInfo info;
        try {
            info = reader.inspect(found, ReadProgress.none());
        } catch (TrajectoryException notYet) {
            return;
        }
        if (info.frameIntervalFs().found() == null) {
            throw new UsageException(info.frameIntervalFs().problem());
        }
        if (info.temperatureK().found() == null) {
            throw new UsageException(info.temperatureK().problem());
        }
        if (info.mobileIon().found() == null) {
            throw new UsageException(info.mobileIon().problem());
        }
    }

    @Override
    public void close() {
        workers.close();
        scratch.close();
    }
}
