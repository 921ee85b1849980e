package org.percolith.trajectory.format.lammps;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
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
 * Reads LAMMPS text dumps. Atoms are identified by id and delivered in ascending order of id; fractional coordinates are
 * (r - origin) H⁻¹ with origin and H of that frame, plus image flags where there are any.
 */
final class LammpsDumpReader implements TrajectoryReader {

    private static final int LOOK_AHEAD = 1 << 16;

    private final Path file;
    private final ByteWindow window;
    private final TokenLine line;
    private final ReadingLog log;
    private final Atoms atoms;
    private final Long2IntOpenHashMap slotOfId = new Long2IntOpenHashMap();
    private double @Nullable [] firstPositions;
    private final LammpsSnapshotHeader firstHeader;
    private final boolean[] seen;
    private final FrameTimes times;
    private final @Nullable Double timeUnitFs;

    LammpsDumpReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        this.file = file;
        line = new TokenLine(window);
        log = new ReadingLog(file);
        slotOfId.defaultReturnValue(-1);
        LammpsScript script = LammpsScript.statingUnits(file);
        String scriptUnits = script == null ? null : script.units();
        LammpsSnapshotHeader first = LammpsSnapshotHeader.read(window, file, LammpsUnits.lengthA(scriptUnits, file));
        if (first == null) {
            throw new UnsupportedFormatException(
                    file + " ends inside the header of its first snapshot: there is no frame in it");
        }
        firstHeader = first;
        times = new FrameTimes("ITEM: TIME in " + file.getFileName());
        timeUnitFs = LammpsUnits.timeFs(first.units() == null ? scriptUnits : first.units());
        tellBoundary(first);
        atoms = readFirstSnapshot(first, hints);
        seen = new boolean[atoms.size()];
    }

    private void tellBoundary(LammpsSnapshotHeader header) {
        if (header.boundary().matches(".*[fsm].*")) {
            log.note("the box is not periodic (BOX BOUNDS " + header.boundary()
                    + "); it is read as if it were, and where" + " its walls move positions move with them");
        }
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    /** Reads the first snapshot, which says which ids and elements there are; it is delivered as the first frame. */
    private Atoms readFirstSnapshot(LammpsSnapshotHeader header, StructureHints hints) throws IOException {
        LammpsColumns columns = header.columns();
        if (columns.id() < 0) {
            log.note("no id column; atoms are taken in the order of their lines");
        }
        int count = header.atoms();
        double[] unsorted = new double[0];
        LongArrayList ids = new LongArrayList();
        LammpsElements elements = new LammpsElements(columns);
        for (int row = 0; row < count; row++) {
            if (3 * row == unsorted.length) {
                // Memory grows with the rows that are there, not with the count that a damaged header states.
                unsorted = Arrays.copyOf(unsorted, Math.min(3 * count, Math.max(3 * 256, 2 * unsorted.length)));
            }
            if (!rowIsWhole(columns, row == count - 1)
                    || !Double.isFinite(idOfRow(columns, row))
                    || !parsePosition(header, unsorted, row)) {
                throw new UnsupportedFormatException(file + ", line " + window.line() + ": the first snapshot is cut or"
                        + " damaged after " + row + " of " + count + " atoms; there is no complete frame in this file");
            }
            ids.add((long) idOfRow(columns, row));
            elements.add(line);
            window.skipLine();
        }
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        IntArrays.quickSort(order, (a, b) -> Long.compare(ids.getLong(a), ids.getLong(b)));
        firstPositions = new double[3 * count];
        List<String> ofRow = elements.ofRows(file, header, hints, log);
        List<String> symbols = new ArrayList<>(count);
        for (int slot = 0; slot < count; slot++) {
            if (slotOfId.put(ids.getLong(order[slot]), slot) >= 0) {
                throw new MalformedTrajectoryException(
                        file,
                        header.line(),
                        "id " + ids.getLong(order[slot]) + " twice in one snapshot",
                        "every id once");
            }
            symbols.add(ofRow.get(order[slot]));
            System.arraycopy(unsorted, 3 * order[slot], firstPositions, 3 * slot, 3);
        }
        return new Atoms(symbols);
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        LammpsSnapshotHeader header = firstPositions != null ? firstHeader : nextHeader();
        if (header == null) {
            return false;
        }
        if (firstPositions != null) {
            System.arraycopy(firstPositions, 0, frame.fractional(), 0, firstPositions.length);
            firstPositions = null;
        } else if (!readSnapshot(header, frame)) {
            return false;
        }
        log.frameRead();
        frame.setLine(header.line());
        frame.setStepLabel(header.step());
        frame.setCell(header.box().cell());
        frame.setUnwrapped(header.columns().unwrapped());
        if (header.time() != null && timeUnitFs != null) {
            times.add(frame, header.time() * timeUnitFs);
        }
        return true;
    }

    private @Nullable LammpsSnapshotHeader nextHeader() throws IOException {
        while (!window.atEnd() && window.peekLine().isBlank()) {
            window.skipLine();
        }
        if (window.atEnd() && window.brokenStream() == null) {
            return null;
        }
        long at = window.line();
        try {
            LammpsSnapshotHeader header = LammpsSnapshotHeader.read(window, file, firstHeader.lengthA());
            if (header == null) {
                stop(at, "the text ends in a snapshot header");
            }
            return header;
        } catch (MalformedTrajectoryException e) {
            stop(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean readSnapshot(LammpsSnapshotHeader header, Frame frame) throws IOException {
        if (header.atoms() != atoms.size()) {
            stop(header.line(), header.atoms() + " atoms, " + atoms.size() + " before: atoms were lost or added");
            return false;
        }
        Arrays.fill(seen, false);
        for (int row = 0; row < atoms.size(); row++) {
            boolean whole = rowIsWhole(header.columns(), row == atoms.size() - 1);
            if (!whole && (window.atEnd() || !window.lineIsTerminated())) {
                stop(window.line(), "the text ends after " + row + " of " + atoms.size() + " atoms");
                return false;
            }
            int slot = whole ? slotOfRow(header.columns(), row) : -1;
            if (slot < 0 || seen[slot] || !parsePosition(header, frame.fractional(), slot)) {
                stop(
                        window.line(),
                        "an atom row that does not fit (wrong columns, an unknown or repeated id, no number, or a position"
                                + " far from any cell): '"
                                + window.peekLine() + "'");
                return false;
            }
            seen[slot] = true;
            window.skipLine();
        }
        return true;
    }

    /**
     * True if the current line has all columns. A last line without a line feed may have been cut inside its last column:
     * it is taken as whole only if it completes the snapshot and, where that column is a coordinate, this has as many
     * decimals as another one.
     */
    private boolean rowIsWhole(LammpsColumns columns, boolean last) throws IOException {
        boolean terminated = window.ensure(LOOK_AHEAD) || window.lineIsTerminated();
        return line.split(columns.count())
                && (terminated || (last && window.brokenStream() == null && !columns.lastLooksCut(line)));
    }

    /** The id in the current line, or its row where there are none; NaN if the column holds no number. */
    private double idOfRow(LammpsColumns columns, int row) {
        return columns.id() < 0 ? row : line.number(columns.id());
    }

    private int slotOfRow(LammpsColumns columns, int row) {
        double id = idOfRow(columns, row);
        return columns.id() < 0 ? row : Double.isFinite(id) ? slotOfId.get((long) id) : -1;
    }

    /** Parses the position in the current line; false if it holds something that is no number. */
    private boolean parsePosition(LammpsSnapshotHeader header, double[] fractional, int slot) {
        LammpsColumns columns = header.columns();
        double unit = columns.scaled() ? 1 : header.lengthA();
        double x = unit * line.number(columns.position()[0]);
        double y = unit * line.number(columns.position()[1]);
        double z = unit * line.number(columns.position()[2]);
        LammpsBox box = header.box();
        int at = 3 * slot;
        if (columns.scaled()) {
            fractional[at] = x;
            fractional[at + 1] = y;
            fractional[at + 2] = z;
        } else {
            for (int axis = 0; axis < 3; axis++) {
                fractional[at + axis] =
                        box.cell().fractional(x - box.originX(), y - box.originY(), z - box.originZ(), axis);
            }
        }
        int[] image = columns.image();
        if (image != null) {
            for (int axis = 0; axis < 3; axis++) {
                fractional[at + axis] += line.number(image[axis]);
            }
        }
        return PlausiblePositions.isPlausible(fractional, slot);
    }

    private void stop(long at, String what) {
        log.stop(window, at, what);
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
    }

    @Override
    public Program program() {
        return Program.LAMMPS;
    }

    @Override
    public boolean truncated() {
        return log.truncated();
    }

    @Override
    public boolean labelsCountSteps() {
        return true;
    }

    @Override
    public List<String> notices() {
        return log.notices();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
