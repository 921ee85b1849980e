package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.TokenLine;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads the family of xyz files. Every frame must have the labels of the first, line by line.
 */
final class XyzReader implements TrajectoryReader {

    private static final int LOOK_AHEAD = 4096;
    private static final Pattern OTHER_QUANTITY = Pattern.compile("-(vel|frc)-\\d+\\.xyz");

    private final ByteWindow window;
    private final TokenLine row;
    private final ReadingLog log;
    private static final Pattern SIESTA = Pattern.compile("(?i)\\.ani(\\.\\w+)?$");

    private final XyzComment.Dialect dialect;
    private final Atoms atoms;
    private final byte[][] labels;
    private final FrameTimes times;
    private final XyzCells cells;
    private final double lengthA;
    private @Nullable XyzComment comment;
    private double @Nullable [] firstPositions;
    private long frameLine = 1;

    XyzReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        row = new TokenLine(window);
        log = new ReadingLog(file);
        times = new FrameTimes("time in the comment lines of " + file.getFileName());
        refuseOtherQuantities();
        int count = readCount();
        if (count < 1 || window.atEnd()) {
            throw new UnsupportedFormatException(file + " ends before its first frame: there is no frame in it");
        }
        XyzComment first = XyzComment.parse(window.readLine(), file, window.line() - 1);
        comment = first;
        dialect = first.dialect();
        Cp2kInput input = dialect == XyzComment.Dialect.CP2K ? Cp2kInput.beside(file) : null;
        lengthA = input == null ? 1 : input.lengthA();
        List<byte[]> found = new ArrayList<>();
        firstPositions = readFirstRows(first, count, found);
        labels = found.toArray(byte[][]::new);
        atoms = new Atoms(found.stream()
                .map(label -> XyzLabels.element(file, label, first.columns(), hints))
                .toList());
        cells = XyzCells.of(first, atoms, hints, input, log);
        tellDialect(first);
    }

    /** CP2K writes velocities and forces in the layout of positions, and tells them by the name of the file only. */
    private void refuseOtherQuantities() {
        if (OTHER_QUANTITY.matcher(String.valueOf(log.file().getFileName())).find()) {
            throw new UnsupportedFormatException(log.file() + " is named as CP2K names velocities and forces. Give the"
                    + " file of positions, PROJECT-pos-1.xyz");
        }
    }

    private void tellDialect(XyzComment first) {
        if (dialect == XyzComment.Dialect.LAMMPS_EXTENDED) {
            log.note("LAMMPS leaves the origin of the box out of extended XYZ; under constant pressure the positions"
                    + " drift rigidly with it, which the drift correction removes");
        }
        if (dialect == XyzComment.Dialect.I_PI_BEAD) {
            log.note("this is one bead of a path integral; beads are no runs of their own, and how one moves is not how"
                    + " the ion moves. Give the centroid (x_centroid)");
        }
        if (lengthA != 1) {
            log.note("positions are in the unit of &TRAJECTORY in the input, " + lengthA + " \u00c5");
        }
        if (first.cell() != null && first.pbc().matches("(?i).*(f|false|0).*")) {
            log.note("pbc=\"" + first.pbc() + "\" says that the cell is not periodic; it is read as if it were");
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
            positions[3 * atom + axis] =
                    lengthA * frameComment.lengthA() * value - frameComment.originA()[axis];
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
        if (frameComment == null) {
            return false;
        }
        Cell cell = cells.of(frameComment);
        if (cell == null) {
            log.stop(window, frameLine, cells.missing(frameComment));
            return false;
        }
        cell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stop(window, frameLine, fault);
            return false;
        }
        frame.setCell(cell);
        frame.setLine(frameLine);
        frame.setStepLabel(frameComment.step());
        frame.setUnwrapped(
                dialect == XyzComment.Dialect.CP2K || frameComment.columns().unwrapped());
        frame.setTimeFs(null);
        if (frameComment.timeFs() != null) {
            times.add(frame, frameComment.timeFs());
        }
        log.frameRead();
        return true;
    }

    private boolean readFrame(Frame frame) throws IOException {
        refuseOtherQuantities();
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

    @Override
    public boolean labelsCountSteps() {
        return dialect.countsSteps();
    }

    @Override
    public Optional<String> dialect() {
        boolean siesta =
                SIESTA.matcher(String.valueOf(log.file().getFileName())).find();
        return Optional.of(siesta ? "SIESTA .ANI" : dialect.shown());
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
        cells.close();
    }
}
