package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.netcdf.NetcdfHeader.Variable;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads AMBER NetCDF, as AMBER and LAMMPS write it. Where atoms carry ids they are sorted by them; elements come from a
 * structure, and so does the cell where the file has none.
 */
final class AmberNetcdfReader implements TrajectoryReader {

    private final NetcdfRecords records;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Structure structure;
    private final String coordinates;
    private final double timeUnitFs;
    private double @Nullable [] sortedIds;
    private boolean ended;

    AmberNetcdfReader(NetcdfRecords records, Path file, StructureHints hints) throws IOException {
        this.records = records;
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        coordinates = records.growing("coordinates") != null ? "coordinates" : "unwrapped_coordinates";
        Variable positions = records.growing(coordinates);
        if (positions == null
                || positions.shape().size() != 2
                || positions.shape().get(1) != 3) {
            throw new UnsupportedFormatException(file + " holds no coordinates[frame, atom, 3]");
        }
        long atoms = positions.shape().get(0);
        if (atoms < 1 || atoms > Atoms.MOST) {
            throw new UnsupportedFormatException(file + " holds frames of " + atoms + " atoms");
        }
        structure = CompanionStructure.of(file, (int) atoms, hints, log);
        timeUnitFs = timeUnitFs(records.growing("time"));
    }

    private static double timeUnitFs(@Nullable Variable time) {
        String units = time == null ? "" : time.units().strip().toLowerCase(Locale.ROOT);
        return units.startsWith("femto") ? 1 : units.startsWith("nano") ? 1e6 : 1e3;
    }

    @Override
    public Atoms atoms() {
        return structure.atoms();
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (ended) {
            return false;
        }
        long at = records.offset();
        if (!records.next()) {
            ended = true;
            reportEnd(at);
            return false;
        }
        double[] positions = sortedById(records.inRecord(coordinates));
        Cell cell = cell();
        if (positions == null || cell == null || !isFinite(positions)) {
            ended = true;
            log.stopAtByte(at, "a record without finite coordinates, with other ids than the first, or without a cell");
            return false;
        }
        double[] origin = records.inRecord("cell_origin");
        for (int k = 0; k < positions.length; k++) {
            frame.fractional()[k] = positions[k] - (origin != null && origin.length == 3 ? origin[k % 3] : 0);
        }
        cell.toFractional(frame.fractional());
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(Frame.NO_LABEL);
        frame.setUnwrapped(coordinates.startsWith("unwrapped"));
        double[] time = records.inRecord("time");
        if (time != null && time.length == 1) {
            times.add(frame, timeUnitFs * time[0]);
        }
        log.frameRead();
        return true;
    }

    private void reportEnd(long at) {
        long bytesLeft = records.offset() - at;
        if (records.isBroken() || bytesLeft > 0) {
            log.stopAtByte(at, records.ending() + " inside a record");
        } else if (records.stated() >= 0 && records.stated() != log.frames()) {
            log.note("the header counts " + records.stated() + " frames, the file holds " + log.frames()
                    + "; its length is trusted");
        }
    }

    /** Positions in ascending order of ids, which must be those of the first frame; null if they are not. */
    private double @Nullable [] sortedById(double @Nullable [] positions) {
        double[] ids = records.inRecord("id");
        if (positions == null || ids == null || 3 * ids.length != positions.length) {
            return positions;
        }
        double[] known = sortedIds;
        if (known == null) {
            known = ids.clone();
            Arrays.sort(known);
            sortedIds = known;
        }
        double[] sorted = new double[positions.length];
        boolean[] seen = new boolean[ids.length];
        for (int row = 0; row < ids.length; row++) {
            int slot = Arrays.binarySearch(known, ids[row]);
            if (slot < 0 || seen[slot]) {
                return null;
            }
            seen[slot] = true;
            System.arraycopy(positions, 3 * row, sorted, 3 * slot, 3);
        }
        return sorted;
    }

    private @Nullable Cell cell() {
        double[] lengths = records.inRecord("cell_lengths");
        double[] angles = records.inRecord("cell_angles");
        if (lengths == null
                || angles == null
                || lengths.length != 3
                || angles.length != 3
                || lengths[0] * lengths[1] * lengths[2] == 0) {
            return structure.cell();
        }
        try {
            return Cell.ofLengthsAndAngles(lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isFinite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return Double.isFinite(sum);
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
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
