package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/**
 * Reads DCD: Fortran records of x, y and z, after a record of six cell numbers where there is one. The frame count of the
 * header is not trusted, the length of the file decides. Elements come from a structure.
 */
final class DcdReader implements TrajectoryReader {

    private static final int HEADER_BYTES = 84;
    private static final int START = 2;
    private static final int STRIDE = 3;
    private static final int FIXED_ATOMS = 9;
    private static final int CELL_FLAG = 11;
    private static final int FOUR_DIMENSIONS = 12;
    private static final int CELL_BYTES = 48;
    private static final int LONGEST_TITLES = 1 << 20;

    private final BinaryStream in;
    private final ReadingLog log;
    private final int[] control = new int[21];
    private final Structure structure;
    private final int atomCount;

    DcdReader(InputStream stream, Path file, StructureHints hints) throws IOException {
        in = new BinaryStream(stream, ByteOrder.LITTLE_ENDIAN);
        log = new ReadingLog(file);
        atomCount = readHeader();
        structure = BinaryAtoms.structure(file, atomCount, hints, log);
        log.note("the time step that a DCD states is not reliable and is not used; give --frame-interval");
    }

    private int readHeader() throws IOException {
        ByteBuffer marker = in.read(4);
        if (marker != null && marker.getInt() != HEADER_BYTES) {
            in.setOrder(ByteOrder.BIG_ENDIAN);
        }
        ByteBuffer header = in.read(HEADER_BYTES + 4);
        if (header == null) {
            throw noFrame();
        }
        header.asIntBuffer().get(control);
        if (control[FIXED_ATOMS] != 0) {
            throw new UnsupportedFormatException(log.file() + " holds " + control[FIXED_ATOMS]
                    + " fixed atoms, which later frames leave out. Write all atoms in every frame");
        }
        ByteBuffer titles = record(LONGEST_TITLES);
        ByteBuffer atoms = titles == null ? null : record(4);
        int count = atoms == null ? 0 : atoms.getInt();
        if (count < 1 || count > Atoms.MOST) {
            throw noFrame();
        }
        return count;
    }

    private UnsupportedFormatException noFrame() {
        return new UnsupportedFormatException(
                log.file() + " ends or is damaged in its header: there is no frame in it");
    }

    /** The content of the next record; null if it is cut, longer than {@code longest}, or its two lengths differ. */
    private @Nullable ByteBuffer record(int longest) throws IOException {
        ByteBuffer marker = in.read(4);
        int length = marker == null ? -1 : marker.getInt();
        if (length < 0 || length > longest) {
            return null;
        }
        ByteBuffer content = in.read(length + 4);
        return content == null || content.getInt(length) != length ? null : content;
    }

    @Override
    public Atoms atoms() {
        return structure.atoms();
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        long at = in.offset();
        if (in.read(1) == null) {
            if (in.isBroken()) {
                log.stopAtByte(at, in.ending());
            }
            return false;
        }
        Cell cell = readCell();
        if (cell == null || !readPositions(frame, cell)) {
            log.stopAtByte(at, in.ending() + " or is damaged inside frame " + (log.frames() + 1));
            return false;
        }
        cell.toFractional(frame.fractional());
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(control[START] + log.frames() * Math.max(1, control[STRIDE]));
        frame.setUnwrapped(false);
        log.frameRead();
        return true;
    }

    /** Reads the first record of a frame, of whose marker one byte has been consumed, up to the x record's marker. */
    private @Nullable Cell readCell() throws IOException {
        int first = control[CELL_FLAG] != 0 ? CELL_BYTES : 4 * atomCount;
        if (in.read(3) == null) {
            return null;
        }
        if (first != CELL_BYTES || control[CELL_FLAG] == 0) {
            return structure.cell();
        }
        ByteBuffer content = in.read(CELL_BYTES + 4);
        if (content == null || content.getInt(CELL_BYTES) != CELL_BYTES || in.read(4) == null) {
            return null;
        }
        double[] v = new double[6];
        content.asDoubleBuffer().get(v);
        DcdCell cell = DcdCell.of(v);
        if (cell == null) {
            log.note("the cell record is no cell; the cell of the structure is used");
            return structure.cell();
        }
        log.note("the cell record holds " + cell.convention());
        return cell.cell();
    }

    /** Reads the x, y and z records; the marker of the first has been consumed. */
    private boolean readPositions(Frame frame, Cell cell) throws IOException {
        double[] positions = frame.fractional();
        int records = control[FOUR_DIMENSIONS] != 0 ? 4 : 3;
        for (int axis = 0; axis < records; axis++) {
            ByteBuffer marker = axis == 0 ? null : in.read(4);
            if (axis > 0 && (marker == null || marker.getInt() != 4 * atomCount)) {
                return false;
            }
            ByteBuffer values = in.read(4 * atomCount + 4);
            if (values == null || values.getInt(4 * atomCount) != 4 * atomCount) {
                return false;
            }
            for (int atom = 0; atom < atomCount && axis < 3; atom++) {
                float value = values.getFloat(4 * atom);
                if (!Float.isFinite(value)) {
                    return false;
                }
                positions[3 * atom + axis] = value;
            }
        }
        return cell.volumeA3() > 0;
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
        in.close();
    }
}
