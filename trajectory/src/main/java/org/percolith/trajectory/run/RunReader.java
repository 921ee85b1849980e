package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;

/**
 * Reads runs, from files to unwrapped tracks: one pass over the text of all segments, and another one if steps turn out to
 * be there twice.
 */
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
        StepLedger ledger = StepLedger.ofFirstReading();
        try (RunPass first = new RunPass(files, options, run, progress, ledger)) {
            first.readSegments();
            if (!ledger.hasRepeatedSteps()) {
                return first.assemble();
            }
        } catch (IOException e) {
            throw unreadable(run, e);
        }
        try (RunPass second = new RunPass(files, options, run, progress, ledger.ofSecondReading())) {
            second.readSegments();
            return second.assemble();
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private static UncheckedIOException unreadable(RunFiles run, IOException e) {
        return new UncheckedIOException("cannot read " + run.path() + ": " + e.getMessage(), e);
    }
}
