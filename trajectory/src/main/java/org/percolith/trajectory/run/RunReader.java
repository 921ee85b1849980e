package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
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
        return read(run, progress, true, RunPass::run);
    }

    /**
     * Reads one run for its account alone, in memory that does not grow with its frames but for a few numbers each.
     *
     * @throws TrajectoryException as {@link #read}
     */
    public RunInfo inspect(RunFiles run, ReadProgress progress) {
        return read(run, progress, false, RunPass::info);
    }

    private <T> T read(RunFiles run, ReadProgress progress, boolean keepTracks, Function<RunPass, T> result) {
        StepLedger ledger = StepLedger.ofFirstReading();
        try {
            try (RunPass first = new RunPass(files, options, run, progress, ledger, keepTracks)) {
                first.read();
                if (!ledger.hasRepeatedSteps()) {
                    return result.apply(first);
                }
            }
            try (RunPass second = new RunPass(files, options, run, progress, ledger.ofSecondReading(), keepTracks)) {
                second.read();
                return result.apply(second);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + run.path() + ": " + e.getMessage(), e);
        }
    }
}
