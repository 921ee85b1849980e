package org.percolith.trajectory.format.dcd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;

/**
 * Reads DCD: Fortran records of x, y and z, after a record of six cell numbers where there is one. The frame count of the
 * header is not trusted, the length of the file decides. Elements come from a structure.
 */
final class DcdReader implements TrajectoryReader {

    private static final int START = 2;
    private static final int STRIDE = 3;
    private static final int FIXED_ATOMS = 9;
    private static final int CELL_FLAG = 11;
    private static final int FOUR_DIMENSIONS = 12;
    private static final int VERSION = 20;
    private static final int X_PLOR = 0;
    private static final int CELL_BYTES = 48;
    private static final int LONGEST_TITLES = 1 << 20;

    private final DcdRecords records;
    private final ReadingLog log;
    private final int[] control = new int[21];
    private final Structure structure;
    private final int[] freeAtoms;
    private final double[] cartesian;

    DcdReader(InputStream stream, Path file, StructureHints hints) throws IOException {
        records = new DcdRecords(stream);
        log = new ReadingLog(file);
        int atoms = readHeader();
        freeAtoms = readFreeAtoms(atoms);
        cartesian = new double[3 * atoms];
        structure = CompanionStructure.of(file, atoms, hints, log);
        log.note("the time step that a DCD states is not reliable and is not used; give --frame-interval");
    }

    private int readHeader() throws IOException {
        ByteBuffer header = records.first();
        if (header == null) {
            throw noFrame();
        }
        header.asIntBuffer().get(control, 1, control.length - 1);
        if (control[VERSION] == X_PLOR && control[CELL_FLAG] != 1) {
            // The time step of X-PLOR is a double, whose second half stands where CHARMM has the flag of the cell.
            control[CELL_FLAG] = 0;
            control[FOUR_DIMENSIONS] = 0;
        }
        ByteBuffer titles = records.next(LONGEST_TITLES);
        ByteBuffer atoms = titles == null ? null : records.next(Integer.BYTES);
        int count = atoms == null || atoms.remaining() < Integer.BYTES ? 0 : atoms.getInt();
        if (count < 1 || count > Atoms.MOST) {
            throw noFrame();
        }
        return count;
    }

    /** Indices of the atoms that frames after the first hold; none if they hold all. */
    private int[] readFreeAtoms(int atoms) throws IOException {
        int fixed = control[FIXED_ATOMS];
        if (fixed == 0) {
            return new int[0];
        }
        int free = atoms - fixed;
        ByteBuffer list = free < 1 || free > atoms ? null : records.next(Integer.BYTES * free);
        if (list == null || list.remaining() < Integer.BYTES * free) {
            throw noFrame();
        }
        int[] indices = new int[free];
        for (int k = 0; k < free; k++) {
            indices[k] = list.getInt() - 1;
            if (indices[k] < 0 || indices[k] >= atoms) {
                throw noFrame();
            }
        }
        log.note(fixed + " atoms are fixed: they stay where the first frame has them");
        return indices;
    }

    private UnsupportedFormatException noFrame() {
        return new UnsupportedFormatException(
                log.file() + " ends or is damaged in its header: there is no frame in it");
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
        long at = records.offset();
        boolean hasCell = control[CELL_FLAG] != 0;
        ByteBuffer first = records.next(
                Math.max(CELL_BYTES, Float.BYTES * structure.atoms().size()));
        if (first == null && records.endedBetween()) {
            return false;
        }
        Cell cell = hasCell ? cell(first) : structure.cell();
        ByteBuffer x = hasCell && cell != null ? nextAxis() : first;
        if (cell == null || !readPositions(x)) {
            log.stopAtByte(at, records.ending() + " or is damaged inside frame " + (log.frames() + 1));
            return false;
        }
        System.arraycopy(cartesian, 0, frame.fractional(), 0, cartesian.length);
        cell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stopAtByte(at, fault);
            return false;
        }
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(control[START] + log.frames() * Math.max(1, control[STRIDE]));
        frame.setUnwrapped(false);
        log.frameRead();
        return true;
    }

    /** The cell of a frame's first record; null if that is no cell record. */
    private @Nullable Cell cell(@Nullable ByteBuffer record) {
        if (record == null || record.remaining() != CELL_BYTES) {
            return null;
        }
        double[] v = new double[6];
        record.asDoubleBuffer().get(v);
        DcdCell cell = DcdCell.of(v, control[VERSION]);
        log.note(
                cell == null
                        ? "the cell record is no cell; the cell of the structure is used"
                        : "the cell record holds " + cell.convention());
        return cell == null ? structure.cell() : cell.cell();
    }

    private @Nullable ByteBuffer nextAxis() throws IOException {
        return records.next(Float.BYTES * structure.atoms().size());
    }

    /** Reads positions from the record of x and those of y and z behind it. */
    private boolean readPositions(@Nullable ByteBuffer x) throws IOException {
        ByteBuffer values = x;
        for (int axis = 0; axis < 3; axis++) {
            if (axis > 0) {
                values = nextAxis();
            }
            if (values == null || !takeAxis(values, axis)) {
                return false;
            }
        }
        return control[FOUR_DIMENSIONS] == 0 || nextAxis() != null;
    }

    private boolean takeAxis(ByteBuffer values, int axis) {
        boolean all = freeAtoms.length == 0 || log.frames() == 0;
        int count = all ? structure.atoms().size() : freeAtoms.length;
        if (values.remaining() != Float.BYTES * count) {
            return false;
        }
        for (int k = 0; k < count; k++) {
            cartesian[3 * (all ? k : freeAtoms[k]) + axis] = values.getFloat();
        }
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
        records.close();
    }
}
