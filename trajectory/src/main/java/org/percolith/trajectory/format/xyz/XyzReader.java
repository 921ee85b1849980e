package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.SiestaXv;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.TokenLine;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads the family of xyz files. The cell is that of the comment line, of CP2K's .cell file or input beside, or of the
 * structure that the user gave. Every frame must have the labels of the first, line by line.
 */
final class XyzReader implements TrajectoryReader {

    private static final int LOOK_AHEAD = 4096;

    private final ByteWindow window;
    private final TokenLine row;
    private final ReadingLog log;
    private final XyzComment.Dialect dialect;
    private final Atoms atoms;
    private final byte[][] labels;
    private final FrameTimes times;
    private final @Nullable Cp2kCells cp2kCells;
    private final @Nullable Cell givenCell;
    private @Nullable XyzComment comment;
    private double @Nullable [] firstPositions;
    private long frameLine = 1;

    XyzReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        row = new TokenLine(window);
        log = new ReadingLog(file);
        times = new FrameTimes("time in the comment lines of " + file.getFileName());
        int count = readCount();
        if (count < 1 || window.atEnd()) {
            throw new UnsupportedFormatException(file + " ends before its first frame: there is no frame in it");
        }
        XyzComment first = XyzComment.parse(window.readLine(), file, window.line() - 1);
        comment = first;
        dialect = first.dialect();
        List<byte[]> found = new ArrayList<>();
        firstPositions = readFirstRows(first, count, found);
        labels = found.toArray(byte[][]::new);
        atoms = new Atoms(found.stream()
                .map(label -> XyzLabels.element(file, label, first.columns(), hints))
                .toList());
        cp2kCells = dialect == XyzComment.Dialect.CP2K ? Cp2kCells.beside(file) : null;
        givenCell = givenCell(first, hints);
        tellDialect();
    }

    private @Nullable Cell givenCell(XyzComment first, StructureHints hints) throws IOException {
        Structure structure = hints.structure();
        if (structure != null) {
            return structure.cell();
        }
        if (first.cell() == null && cp2kCells == null) {
            Cp2kInput input = dialect == XyzComment.Dialect.CP2K ? Cp2kInput.beside(log.file()) : null;
            if (input != null) {
                log.note("the cell is that of &CELL in " + input.file().getFileName());
                return input.cell();
            }
            Optional<SiestaXv> siesta = SiestaXv.beside(log.file());
            if (siesta.isPresent()) {
                return cellOf(siesta.get());
            }
            throw new UnsupportedFormatException(log.file() + " states no cell"
                    + (dialect == XyzComment.Dialect.CP2K
                            ? ", and beside it there is neither a .cell file nor an input with a constant &CELL"
                            : "")
                    + ". Give a structure file that has one with --lattice");
        }
        return null;
    }

    /** A .ANI file has no cell, the .XV file of the run that of its last step. */
    private Cell cellOf(SiestaXv siesta) {
        Path name = siesta.file().getFileName();
        if (!siesta.structure().atoms().equals(atoms)) {
            throw new UnsupportedFormatException(log.file() + " states no cell, and " + name + " beside it is of "
                    + siesta.structure().atoms().formula() + ", not of " + atoms.formula()
                    + ". Give a structure file with --lattice");
        }
        if (siesta.cellMoves()) {
            throw new UnsupportedFormatException(log.file() + " states no cell, and " + name + " beside it only that of"
                    + " its last step, in which it moves: the cells of the other steps are not known. Give their mean"
                    + " as a structure file with --lattice");
        }
        log.note("the cell is that of " + name);
        return siesta.structure().cell();
    }

    private void tellDialect() {
        if (dialect == XyzComment.Dialect.LAMMPS_EXTENDED) {
            log.note("LAMMPS leaves the origin of the box out of extended XYZ; under constant pressure the positions"
                    + " drift rigidly with it, which the drift correction removes");
        }
        if (dialect == XyzComment.Dialect.CP2K && cp2kCells != null) {
            log.note("cells are those of " + cp2kCells.name() + ", by step number");
        }
    }

    /** The atom count of the next frame; 0 at the end of the text, -1 if there is something else. */
    private int readCount() throws IOException {
        while (!window.atEnd() && window.peekLine().isBlank()) {
            window.skipLine();
        }
        if (window.atEnd()) {
            return 0;
        }
        frameLine = window.line();
        String text = window.readLine().strip();
        return text.matches("\\d{1,8}") && Integer.parseInt(text) <= Atoms.MOST ? Integer.parseInt(text) : -1;
    }

    private double[] readFirstRows(XyzComment first, int count, List<byte[]> found) throws IOException {
        double[] positions = new double[0];
        for (int k = 0; k < count; k++) {
            if (3 * k == positions.length) {
                positions = Arrays.copyOf(positions, Math.min(3 * count, Math.max(3 * 256, 2 * positions.length)));
            }
            if (!parseRow(first, positions, k, count)) {
                throw new UnsupportedFormatException(log.file() + ", line " + window.line()
                        + ": the first frame is cut or damaged after " + k + " of " + count
                        + " atoms; there is no complete frame in this file");
            }
            found.add(row.text(first.columns().label()).getBytes(StandardCharsets.ISO_8859_1));
            window.skipLine();
        }
        return positions;
    }

    /** Parses the position of the current line; false if it is cut or holds something else. */
    private boolean parseRow(XyzComment frameComment, double[] positions, int atom, int count) throws IOException {
        XyzColumns columns = frameComment.columns();
        boolean whole = window.ensure(LOOK_AHEAD) || window.lineIsTerminated();
        if (!row.split(columns.count())) {
            return false;
        }
        int first = columns.position();
        boolean lastIsWhole =
                atom == count - 1 && window.brokenStream() == null && row.width(first) == row.width(first + 2);
        if (!whole && !lastIsWhole) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            double value = row.number(first + axis);
            if (!Double.isFinite(value)) {
                return false;
            }
            positions[3 * atom + axis] = frameComment.lengthA() * value;
        }
        return true;
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
        XyzComment frameComment = comment;
        Cell cell = frameComment == null ? null : cellOf(frameComment);
        if (cell == null || frameComment == null) {
            return false;
        }
        cell.toFractional(frame.fractional());
        frame.setCell(cell);
        frame.setLine(frameLine);
        frame.setStepLabel(frameComment.step());
        frame.setUnwrapped(dialect == XyzComment.Dialect.CP2K);
        frame.setTimeFs(null);
        if (frameComment.timeFs() != null) {
            times.add(frame, frameComment.timeFs());
        }
        log.frameRead();
        return true;
    }

    private boolean readFrame(Frame frame) throws IOException {
        int count = readCount();
        if (count == 0 && window.brokenStream() == null) {
            return false;
        }
        if (count != atoms.size() || window.atEnd()) {
            log.stop(
                    window,
                    frameLine,
                    count <= 0 || window.atEnd()
                            ? "expected the atom count of the next frame"
                            : "a frame of " + count + " atoms, " + atoms.size()
                                    + " before: these are separate structures, not a trajectory");
            return false;
        }
        long line = window.line();
        XyzComment next;
        try {
            next = XyzComment.parse(window.readLine(), log.file(), line);
        } catch (MalformedTrajectoryException e) {
            log.stop(window, line, String.valueOf(e.getMessage()));
            return false;
        }
        comment = next;
        for (int atom = 0; atom < count; atom++) {
            if (!parseRow(next, frame.fractional(), atom, count)) {
                log.stop(
                        window,
                        window.line(),
                        "expected a symbol and three coordinates in atom " + (atom + 1) + " of " + count);
                return false;
            }
            if (!row.holds(next.columns().label(), labels[atom])) {
                log.stop(
                        window,
                        window.line(),
                        "atom " + (atom + 1) + " is " + row.text(next.columns().label()) + ", "
                                + new String(labels[atom], StandardCharsets.ISO_8859_1)
                                + " before: these are separate structures, not a trajectory");
                return false;
            }
            window.skipLine();
        }
        return true;
    }

    private @Nullable Cell cellOf(XyzComment frameComment) throws IOException {
        if (frameComment.cell() != null) {
            return frameComment.cell();
        }
        Cell cell = cp2kCells == null ? givenCell : cp2kCells.ofStep(frameComment.step());
        if (cell == null) {
            log.stop(
                    window,
                    frameLine,
                    cp2kCells == null
                            ? "a frame without a cell"
                            : "there is no step " + frameComment.step() + " in " + cp2kCells.name());
        }
        return cell;
    }

    @Override
    public boolean labelsCountSteps() {
        return dialect.countsSteps();
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
    }

    @Override
    public OptionalDouble meanTemperatureK() throws IOException {
        return dialect == XyzComment.Dialect.CP2K ? Cp2kFiles.meanTemperatureK(log.file()) : OptionalDouble.empty();
    }

    @Override
    public String temperatureSource() {
        return "the temperatures in the .ener file beside the positions";
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
        if (cp2kCells != null) {
            cp2kCells.close();
        }
    }
}
