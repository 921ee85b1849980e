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

    /**
     * Reads one run for its account, and then once more to hand its frames on as they are joined.
     *
     * @param consumer told the account, takes the frames; it may refuse with a {@link TrajectoryException}
     * @throws TrajectoryException as {@link #inspect}
     */
    public RunInfo join(RunFiles run, ReadProgress progress, Function<RunInfo, JoinedFrames> consumer) {
        StepLedger ledger = StepLedger.ofFirstReading();
        RunInfo info = read(run, progress, false, RunPass::info, ledger);
        try (RunPass replay =
                new RunPass(files, options, run, progress, ledger.ofSecondReading(), false, consumer.apply(info))) {
            replay.read();
            return info;
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private <T> T read(RunFiles run, ReadProgress progress, boolean keepTracks, Function<RunPass, T> result) {
        return read(run, progress, keepTracks, result, StepLedger.ofFirstReading());
    }

    private <T> T read(
            RunFiles run, ReadProgress progress, boolean keepTracks, Function<RunPass, T> result, StepLedger ledger) {
        JoinedFrames ignored = JoinedFrames.ignored();
        try {
            try (RunPass first = new RunPass(files, options, run, progress, ledger, keepTracks, ignored)) {
                first.read();
                if (!ledger.hasRepeatedSteps()) {
                    return result.apply(first);
                }
            }
            StepLedger again = ledger.ofSecondReading();
            try (RunPass second = new RunPass(files, options, run, progress, again, keepTracks, ignored)) {
                second.read();
                return result.apply(second);
            }
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    private static UncheckedIOException unreadable(RunFiles run, IOException cause) {
        return new UncheckedIOException("cannot read " + run.path() + ": " + cause.getMessage(), cause);
    }
}
