package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.bytes.Compression;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.reading.StepTemperatures;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads cp.x positions (bohr) with the cells of the .cel file beside, whose columns are the vectors; elements, and the cell
 * where there is no .cel file, come from the input beside or from a structure.
 */
final class CpReader implements TrajectoryReader {

    private static final double FS_PER_PS = 1000;
    private static final int TEMPERATURE_COLUMN = 4;

    /** Velocities and forces are written in the layout of positions, and told by the name of the file only. */
    private static final Pattern OTHER_QUANTITY = Pattern.compile("\\.(vel|for)(\\.(gz|bz2|xz|zst))?$");

    private final ByteWindow window;
    private final @Nullable ByteWindow cells;
    private final RowParser rows;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Atoms atoms;
    private final @Nullable Cell fixedCell;
    private final Queue<Block> ahead = new ArrayDeque<>();
    private long firstStep;

    /** A frame as cp.x writes it, {@code [3 * atom + axis]} in bohr, with its cell. */
    private record Block(long line, double[] heading, double[] bohr, Cell cell) {}

    CpReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        rows = new RowParser(window);
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        if (OTHER_QUANTITY.matcher(String.valueOf(file.getFileName())).find()) {
            throw new UnsupportedFormatException(
                    file + " is named as cp.x names velocities and forces. Give the file of positions, PREFIX.pos");
        }
        double[] heading = NumberTokens.parse(window.readLine(), 2);
        double[] first = firstPositions();
        Optional<Path> cel = beside(".cel");
        cells = cel.isEmpty() ? null : new ByteWindow(TrajectoryFiles.decompressed(cel.get()));
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
            throw MissingStructureException.ofUnnamed(
                    file + " names no elements, and no input with " + count
                            + " atoms lies beside it. Give a structure file with --lattice",
                    count);
        }
        if (cells == null && fixedCell == null) {
            throw new MissingStructureException(
                    file
                            + " states no cell, and neither a .cel file nor the input beside it does. Give a structure file"
                            + " with --lattice",
                    atoms);
        }
        dropFramesAtRest(withCell(1, heading, first));
    }

    /**
     * Passes over the frames at the start in which the ions rest: cp.x appends the dynamics to the positions of the
     * electron minimisation before it.
     */
    private void dropFramesAtRest(@Nullable Block first) throws IOException {
        long atRest = 1;
        Block next = first == null ? null : readBlock();
        while (first != null && next != null && Arrays.equals(first.bohr(), next.bohr())) {
            atRest++;
            next = readBlock();
        }
        if (atRest > 1) {
            log.note("the first " + atRest + " frames are left out: the ions rest in them (electrons only)");
        } else if (first != null) {
            ahead.add(first);
        }
        if (next != null) {
            ahead.add(next);
        }
        firstStep = ahead.isEmpty() ? 0 : (long) ahead.element().heading()[0];
    }

    /** The companion of {@code PREFIX.pos} with another ending, compressed or not, whichever the positions are. */
    private Optional<Path> beside(String ending) {
        String name = String.valueOf(log.file().getFileName());
        String companion = name.replaceFirst("\\.pos(\\.(gz|bz2|xz|zst))?$", ending);
        return companion.equals(name)
                ? Optional.empty()
                : Compression.anyOf(log.file().resolveSibling(companion));
    }

    private double[] firstPositions() throws IOException {
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
        Block block = log.truncated() || !ahead.isEmpty() ? ahead.poll() : readBlock();
        if (block == null) {
            return false;
        }
        double[] positions = frame.fractional();
        for (int k = 0; k < positions.length; k++) {
            positions[k] = PhysicalConstants.BOHR_A * block.bohr()[k];
        }
        block.cell().toFractional(positions);
        String fault = PlausiblePositions.fault(positions);
        if (fault != null) {
            log.stop(window, block.line(), fault);
            return false;
        }
        frame.setCell(block.cell());
        frame.setLine(block.line());
        frame.setStepLabel((long) block.heading()[0]);
        frame.setUnwrapped(false);
        times.add(frame, FS_PER_PS * block.heading()[1]);
        log.frameRead();
        return true;
    }

    /** The next frame; null at the end of the text, or where it is damaged. */
    private @Nullable Block readBlock() throws IOException {
        while (!window.atEnd() && window.peekLine().isBlank()) {
            window.skipLine();
        }
        if (log.truncated() || (window.atEnd() && window.brokenStream() == null)) {
            return null;
        }
        long line = window.line();
        String text = window.atEnd() ? "" : window.readLine();
        if (NumberTokens.leading(text) != 2) {
            log.stop(window, line, "expected the step and time of the next frame, found '" + text.strip() + "'");
            return null;
        }
        double[] bohr = new double[3 * atoms.size()];
        int complete = rows.readRows(bohr, atoms.size());
        if (complete < atoms.size()) {
            log.stop(window, window.line(), "positions end after " + complete + " of " + atoms.size() + " atoms");
            return null;
        }
        return withCell(line, NumberTokens.parse(text, 2), bohr);
    }

    private @Nullable Block withCell(long line, double[] heading, double[] bohr) throws IOException {
        Cell cell = cells == null ? fixedCell : readCell(cells, heading[0]);
        if (cell == null) {
            log.stop(window, line, "no cell of step " + (long) heading[0] + " in the .cel file");
            return null;
        }
        return new Block(line, heading, bohr, cell);
    }

    /** The cell of this frame; null if the .cel file has another step here. */
    private static @Nullable Cell readCell(ByteWindow cel, double step) throws IOException {
        String text = cel.atEnd() ? "" : cel.readLine();
        if (NumberTokens.leading(text) < 1 || NumberTokens.parse(text, 1)[0] != step) {
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

    /** Ion temperature in the .evp file, over the steps of the frames that are used. */
    @Override
    public OptionalDouble meanTemperatureK() throws IOException {
        Optional<Path> evp = beside(".evp");
        return evp.isEmpty()
                ? OptionalDouble.empty()
                : StepTemperatures.meanK(evp.get(), TEMPERATURE_COLUMN, firstStep);
    }

    @Override
    public String temperatureSource() {
        return "the temperatures in the .evp file beside the positions";
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
