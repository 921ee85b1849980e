package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;

/** Reads runs: one pass over the text of all segments, from files to unwrapped tracks. */
public final class RunReader {

    private final TrajectoryFiles files;
    private final RunOptions options;

    public RunReader(TrajectoryFiles files, RunOptions options) {
        this.files = files;
        this.options = options;
    }

    /**
     * Reads one run.
     *
     * @throws TrajectoryException if the run cannot be used: no complete frame, no mobile ion, an unknown or
     *     contradictory time axis, segments that do not belong together
     */
    public Run read(RunFiles run, ReadProgress progress) {
        try (RunPass pass = new RunPass(files, options, run, progress, true)) {
            pass.read();
            return pass.run();
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    /**
     * Reads one run for its account alone, in memory that does not grow with its frames but for a few numbers each.
     *
     * @throws TrajectoryException as {@link #read}
     */
    public RunInfo inspect(RunFiles run, ReadProgress progress) {
        try (RunPass pass = new RunPass(files, options, run, progress, false)) {
            pass.read();
            return pass.info();
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private static UncheckedIOException unreadable(RunFiles run, IOException cause) {
        return new UncheckedIOException("cannot read " + run.path() + ": " + cause.getMessage(), cause);
    }
}
