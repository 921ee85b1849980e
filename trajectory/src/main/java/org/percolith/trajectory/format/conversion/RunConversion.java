package org.percolith.trajectory.format.conversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryWriter;
import org.percolith.trajectory.run.JoinedFrames;
import org.percolith.trajectory.run.ReadProgress;
import org.percolith.trajectory.run.RunFiles;
import org.percolith.trajectory.run.RunInfo;
import org.percolith.trajectory.run.RunReader;
import org.percolith.trajectory.run.Seam;

/**
 * Writes a run of several segments as one trajectory, joined as an analysis joins it: frames that are there twice once, atoms
 * in the order of the first segment, unwrapped positions going on across the joints.
 *
 * <p>No format that is written can mark a discontinuity. A run that has one is refused unless the caller decides what
 * becomes of it.
 */
public final class RunConversion {

    /** What becomes of the pieces of a run that is parted by discontinuities. */
    public enum Pieces {
        /** A file for each. */
        SPLIT,
        /** One after the other in one file, as if nothing were missing. */
        JOIN
    }

    private final RunReader reader;
    private final OutputFormat format;
    private final int stride;
    private final @Nullable Pieces pieces;

    /**
     * Prepares conversions.
     *
     * @param stride every how many frames one is written
     * @param pieces what becomes of a parted run; null to refuse it
     */
    public RunConversion(RunReader reader, OutputFormat format, int stride, @Nullable Pieces pieces) {
        this.reader = reader;
        this.format = format;
        this.stride = stride;
        this.pieces = pieces;
    }

    /**
     * What was written.
     *
     * @param info the account of the run, with its seams
     * @param framesOfFile frames in each file written
     */
    public record Written(RunInfo info, List<Long> framesOfFile) {
        public Written {
            framesOfFile = List.copyOf(framesOfFile);
        }
    }

    /**
     * Reads a run for its account, and again to write it.
     *
     * @param told is handed the account before anything is written
     * @param targets where piece k of a parted run goes, from 1; a run that is written to one file is piece 0
     * @throws TrajectoryException if the run cannot be used, or is parted and the caller did not decide
     */
    public Written convert(RunFiles run, ReadProgress progress, Consumer<RunInfo> told, IntFunction<Path> targets) {
        List<PieceWriter> writers = new ArrayList<>();
        try {
            RunInfo info = reader.join(run, progress, account -> {
                told.accept(account);
                return frames(account, targets, writers);
            });
            for (PieceWriter writer : writers) {
                writer.close();
            }
            return new Written(
                    info, writers.stream().map(writer -> writer.frames).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot convert " + run.path() + ": " + e.getMessage(), e);
        } finally {
            writers.forEach(PieceWriter::abandon);
        }
    }

    private JoinedFrames frames(RunInfo info, IntFunction<Path> targets, List<PieceWriter> writers) {
        List<Integer> breaks = info.seams().stream()
                .filter(seam -> seam.kind() == Seam.Kind.DISCONTINUOUS)
                .map(Seam::frame)
                .toList();
        if (!breaks.isEmpty() && pieces == null) {
            throw new TrajectoryException("the run " + info.path() + " is parted by "
                    + (breaks.size() == 1 ? "a discontinuity" : breaks.size() + " discontinuities")
                    + ", the first before frame "
                    + breaks.get(0) + ": no trajectory format can mark it, and in one file the jump would be taken for"
                    + " motion. Write a file for each piece with --pieces split, or all into one with --pieces join");
        }
        boolean split = !breaks.isEmpty() && pieces == Pieces.SPLIT;
        return (index, frame, path) -> {
            boolean starts = split && breaks.contains(index);
            if (writers.isEmpty() || starts) {
                int piece = split ? writers.size() + 1 : 0;
                writers.add(new PieceWriter(targets.apply(piece), info.atoms()));
            }
            if (index % stride == 0) {
                writers.get(writers.size() - 1).write(frame, path);
            }
        };
    }

    /** One file that is written. */
    private final class PieceWriter {
        private final TrajectoryWriter writer;
        private final Frame joined;
        private final ContinuedClock clock = new ContinuedClock();
        private long frames;
        private boolean closed;

        PieceWriter(Path target, Atoms atoms) throws IOException {
            writer = format.open(target, atoms);
            joined = new Frame(atoms.size());
        }

        /** Positions that a file states as unwrapped go on where the segment before ended; others stay as they are. */
        void write(Frame frame, double[] path) throws IOException {
            double[] positions = frame.unwrapped() ? path : frame.fractional();
            System.arraycopy(positions, 0, joined.fractional(), 0, positions.length);
            joined.setCell(frame.cell());
            joined.setUnwrapped(frame.unwrapped());
            clock.set(frame, joined);
            writer.write(joined);
            frames++;
        }

        void close() throws IOException {
            closed = true;
            writer.close();
        }

        /** Frees what a failure left open. */
        void abandon() {
            if (!closed) {
                try {
                    close();
                } catch (IOException e) {
                    closed = true; // the failure before this one is the one to be told
                }
            }
        }
    }
}
