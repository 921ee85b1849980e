package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.quantity.Verdict;

/** Short ways to read runs in tests. */
final class Runs {

    private Runs() {}

    /** The one run that a path means, with a stated time axis and temperature. */
    static Run read(Path path) {
        return read(path, RunOptions.defaults().with(100.0, 600.0));
    }

    static Run read(Path path, RunOptions options) {
        TrajectoryFiles files = new TrajectoryFiles();
        List<RunFiles> runs = new RunDiscovery(files).discover(List.of(path.toString()));
        assertThat(runs).hasSize(1);
        return new RunReader(files, options).read(runs.get(0), ReadProgress.none());
    }

    /** Options that store every atom as framework, so that the whole cell's centre of mass is the reference. */
    static RunOptions wholeCell(List<String> elements, int stride) {
        RunOptions defaults = RunOptions.defaults();
        return new RunOptions(
                null,
                null,
                null,
                100.0,
                600.0,
                0.0,
                null,
                stride,
                elements,
                defaults.memoryBytes(),
                defaults.scratchDirectory(),
                StructureHints.none());
    }

    static Verdict verdict(Run run, String id) {
        return run.info().verdicts().stream()
                .filter(verdict -> verdict.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static double[] path(IonTracks tracks, int ion, int axis) {
        double[] path = new double[tracks.frames()];
        tracks.fractional(ion, axis, new FrameRange(0, tracks.frames()), path);
        return path;
    }

    static Path write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
