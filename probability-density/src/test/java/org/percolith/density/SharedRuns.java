package org.percolith.density;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunDiscovery;
import org.percolith.trajectory.run.RunOptions;
import org.percolith.trajectory.run.RunReader;

/** Runs of the shared data folder, or a visible skip. */
final class SharedRuns {

    private SharedRuns() {}

    static Path data(String relative) {
        Path path = Path.of(System.getProperty("percolith.root", ".."))
                .resolve("../shared/data")
                .resolve(relative);
        assumeTrue(Files.exists(path), "the shared data are not here: " + path);
        return path;
    }

    static Run read(String relative, double frameIntervalFs, double temperatureK) {
        TrajectoryFiles files = new TrajectoryFiles();
        return new RunReader(files, RunOptions.defaults().with(frameIntervalFs, temperatureK))
                .read(
                        new RunDiscovery(files)
                                .discover(List.of(data(relative).toString()))
                                .get(0),
                        ReadProgress.none());
    }
}
