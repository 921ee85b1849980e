package org.percolith.trajectory.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads cp.x positions (bohr) with the cells of the .cel file beside, whose columns are the vectors; elements, and the cell
 * where there is no .cel file, come from the input beside or from a structure.
 */
final class CpReader implements TrajectoryReader {

    private static final double FS_PER_PS = 1000;

    private final ByteWindow window;
    private final @Nullable ByteWindow cells;
    private final RowParser rows;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Atoms atoms;
    private final @Nullable Cell fixedCell;
    private double @Nullable [] firstPositions;
    private double @Nullable [] previous;
    private long atRest;
    private double[] heading;
    private long headingLine = 1;

    CpReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        rows = new RowParser(window);
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        heading = NumberTokens.parse(window.readLine(), 2);
        double[] first = firstBlock();
        firstPositions = first;
        Path cel = file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.pos", ".cel"));
        cells = !cel.equals(file) && Files.isRegularFile(cel)
                ? new ByteWindow(TrajectoryFiles.decompressed(cel))
                : null;
        int count = first.length / 3;
        Structure structure = hints.structure();
        CpInput input = structure == null ? CpInput.beside(file, count) : null;
        if (structure != null && structure.atoms().size() == count) {
            atoms = structure.atoms();
            fixedCell = structure.cell();
        } else if (input != null) {
            atoms = input.atoms();
            fixedCell = input.cell();
            log.note("elements are those of " + input.file().getFileName() + ", in its order");
        } else {
            throw new UnsupportedFormatException(file + " names no elements, and no input with " + count
                    + " atoms lies beside it. Give a structure file with --lattice");
        }
        if (cells == null && fixedCell == null) {
            throw new UnsupportedFormatException(file + " states no cell, and neither a .cel file nor a cubic or free"
                    + " lattice in the input does. Give a structure file with --lattice");
        }
    }

    private double[] firstBlock() throws IOException {
        double[] block = new double[3 * 64];
        double[] row = new double[3];
        int count = 0;
        while (!window.atEnd() && NumberTokens.leading(window.peekLine()) >= 3 && rows.readRows(row, 1) == 1) {
            if (3 * count == block.length) {
                block = Arrays.copyOf(block, 2 * block.length);
            }
            System.arraycopy(row, 0, block, 3 * count++, 3);
        }
        if (count == 0) {
            throw new UnsupportedFormatException(log.file() + " holds no complete frame");
        }
        return Arrays.copyOf(block, 3 * count);
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        double[] first = firstPositions;
        if (first != null) {
            firstPositions = null;
            System.arraycopy(first, 0, frame.fractional(), 0, first.length);
        } else if (!readFrame(frame)) {
            return false;
        }
        Cell cell = cells == null ? fixedCell : readCell(cells);
        if (cell == null) {
            log.stop(window, headingLine, "no cell of step " + (long) heading[0] + " in the .cel file");
            return false;
        }
        double[] positions = frame.fractional();
        watchRest(positions);
        for (int k = 0; k < positions.length; k++) {
            positions[k] *= PhysicalConstants.BOHR_A;
        }
        cell.toFractional(positions);
        frame.setCell(cell);
        frame.setLine(headingLine);
        frame.setStepLabel((long) heading[0]);
        frame.setUnwrapped(false);
        times.add(frame, FS_PER_PS * heading[1]);
        log.frameRead();
        return true;
    }

    private boolean readFrame(Frame frame) throws IOException {
        while (!window.atEnd() && window.peekLine().isBlank()) {
            window.skipLine();
        }
        if (window.atEnd() && window.brokenStream() == null) {
            return false;
        }
        headingLine = window.line();
        String text = window.atEnd() ? "" : window.readLine();
        if (NumberTokens.leading(text) != 2) {
            log.stop(window, headingLine, "expected the step and time of the next frame, found '" + text.strip() + "'");
            return false;
        }
        heading = NumberTokens.parse(text, 2);
        int complete = rows.readRows(frame.fractional(), atoms.size());
        if (complete < atoms.size()) {
            log.stop(window, window.line(), "positions end after " + complete + " of " + atoms.size() + " atoms");
            return false;
        }
        return true;
    }

    /** Tells how many frames at the start are an electron minimisation with the ions at rest. */
    private void watchRest(double[] positions) {
        double[] before = previous;
        if (before != null && Arrays.equals(before, positions) && atRest == log.frames() - 1) {
            atRest = log.frames();
        }
        previous = positions.clone();
    }

    /** The cell of this frame; null if the .cel file has another step here. */
    private @Nullable Cell readCell(ByteWindow cel) throws IOException {
        String text = cel.atEnd() ? "" : cel.readLine();
        if (NumberTokens.leading(text) < 1 || NumberTokens.parse(text, 1)[0] != heading[0]) {
            return null;
        }
        double[] columns = new double[9];
        for (int row = 0; row < 3; row++) {
            String line = cel.atEnd() ? "" : cel.readLine();
            if (NumberTokens.leading(line) < 3) {
                return null;
            }
            double[] values = NumberTokens.parse(line, 3);
            for (int vector = 0; vector < 3; vector++) {
                columns[3 * vector + row] = PhysicalConstants.BOHR_A * values[vector];
            }
        }
        try {
            return Cell.ofRows(columns);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
    }

    @Override
    public boolean labelsCountSteps() {
        return true;
    }

    @Override
    public boolean truncated() {
        return log.truncated();
    }

    @Override
    public List<String> notices() {
        if (atRest > 0) {
            log.note("the ions are at rest in the first " + (atRest + 1)
                    + " frames (electrons only); leave them out with --skip");
        }
        return log.notices();
    }

    @Override
    public void close() throws IOException {
        window.close();
        if (cells != null) {
            cells.close();
        }
    }
}
