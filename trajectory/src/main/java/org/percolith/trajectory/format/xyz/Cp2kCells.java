package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.TokenLine;

/**
 * Cells of a CP2K run by step number, read forward beside the positions. Both files fall back in their step numbers where
 * a killed run was resumed, and they do so at the same step.
 */
final class Cp2kCells implements AutoCloseable {

    private static final int COLUMNS = 11;
    private static final double SAME_CELL_A = 1e-9;

    private final Path file;
    private ByteWindow window;
    private TokenLine line;
    private long step = Long.MIN_VALUE;
    private @Nullable Cell cell;
    private @Nullable Cell cellBefore;

    private Cp2kCells(Path file, ByteWindow window) {
        this.file = file;
        this.window = window;
        line = new TokenLine(window);
    }

    /** The cells of the run whose positions these are, or null if there is no .cell file. */
    static @Nullable Cp2kCells beside(Path positions) throws IOException {
        Optional<Path> file = Cp2kFiles.beside(positions, ".cell");
        return file.isEmpty()
                ? null
                : new Cp2kCells(file.get(), new ByteWindow(TrajectoryFiles.decompressed(file.get())));
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    /**
     * The cell at a step; if cells were written more rarely than positions, the cell around it if it did not change. Null
     * if the file does not tell.
     */
    @Nullable
    Cell ofStep(long wanted) throws IOException {
        boolean restarted = wanted < step;
        Cell found = ahead(wanted);
        if (found == null && restarted) {
            rewind();
            found = ahead(wanted);
        }
        return found;
    }

    /** Positions fell back to an earlier step, but the cells did not: they were written once for all steps. */
    private void rewind() throws IOException {
        window.close();
        window = new ByteWindow(TrajectoryFiles.decompressed(file));
        line = new TokenLine(window);
        step = Long.MIN_VALUE;
        cell = null;
        cellBefore = null;
    }

    /** The cell at a step, in the rows from the last one read on. */
    private @Nullable Cell ahead(long wanted) throws IOException {
        if (step == wanted) {
            return cell;
        }
        boolean restarted = wanted < step;
        while (readRow(restarted)) {
            if (step == wanted) {
                return cell;
            }
            if (step > wanted && !restarted) {
                return unchanged() ? cell : null;
            }
            restarted &= step > wanted;
        }
        return unchanged() ? cell : null;
    }

    private boolean unchanged() {
        return cell != null && cellBefore != null && cell.maxDifferenceA(cellBefore) < SAME_CELL_A;
    }

    private boolean readRow(boolean restarted) throws IOException {
        while (!window.atEnd()) {
            boolean whole = rowIsWhole() && Double.isFinite(line.number(0));
            if (whole) {
                step = (long) line.number(0);
                cellBefore = restarted ? null : cell;
                cell = rowCell();
            }
            window.skipLine();
            if (whole && cell != null) {
                return true;
            }
        }
        return false;
    }

    /** A last line without a line feed may be cut, but not in the cell if something of the volume behind it is there. */
    private boolean rowIsWhole() throws IOException {
        return line.split(window.lineIsTerminated() ? COLUMNS : COLUMNS + 1);
    }

    private @Nullable Cell rowCell() {
        double[] rows = new double[9];
        for (int k = 0; k < 9; k++) {
            rows[k] = line.number(2 + k);
        }
        try {
            return Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
