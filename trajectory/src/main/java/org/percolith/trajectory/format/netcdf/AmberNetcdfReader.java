package org.percolith.trajectory.format.netcdf;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.lammps.LammpsScript;
import org.percolith.trajectory.format.netcdf.NetcdfHeader.Variable;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads AMBER NetCDF, as AMBER and LAMMPS write it. Where atoms carry ids they are sorted by them. Elements come from the
 * types of atoms, as the user maps them or the LAMMPS script beside names them, else from a structure; the cell, where the
 * file has none, from a structure.
 */
final class AmberNetcdfReader implements TrajectoryReader {

    private final NetcdfRecords records;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Atoms atoms;
    private final @Nullable Cell givenCell;
    private final String coordinates;
    private final double lengthA;
    private final double cellA;
    private final @Nullable Double timeUnitFs;
    private double @Nullable [] sortedIds;
    private long recordAt;
    private boolean firstIsAhead = true;
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
        long count = positions.shape().get(0);
        if (count < 1 || count > Atoms.MOST) {
            throw new UnsupportedFormatException(file + " holds frames of " + count + " atoms");
        }
        lengthA = AmberUnits.lengthA(file, positions.units());
        cellA = AmberUnits.lengthA(file, units("cell_lengths"));
        timeUnitFs = AmberUnits.timeFs(units("time"));
        recordAt = records.offset();
        if (!records.next()) {
            throw new UnsupportedFormatException(
                    file + ": " + records.ending() + " before its first record is complete: there is no frame in it");
        }
        Atoms typed = typed((int) count, hints);
        Structure structure = typed == null ? CompanionStructure.of(file, (int) count, hints, log) : hints.structure();
        givenCell = structure == null ? null : structure.cell();
        atoms = typed != null || structure == null ? requireNonNull(typed) : structure.atoms();
    }

    private @Nullable String units(String variable) {
        Variable stated = records.growing(variable);
        return stated == null ? null : stated.units();
    }

    /** Elements by the types in the first record, if something names these; null otherwise. */
    private @Nullable Atoms typed(int count, StructureHints hints) throws IOException {
        double[] types = records.inRecord("type");
        if (types == null || types.length != count) {
            return null;
        }
        Map<Integer, String> ofType = hints.elementOfType();
        if (ofType.isEmpty() && hints.structure() == null) {
            LammpsScript script = LammpsScript.naming(log.file());
            if (script != null) {
                ofType = script.elementOfType();
                log.note("types are named as in " + script.file().getFileName() + ": " + ofType
                        + "; --types overrides this");
            }
        }
        if (ofType.isEmpty()) {
            return null;
        }
        double[] inOrder = sortedById(types, 1);
        List<String> symbols = new ArrayList<>();
        for (double type : inOrder == null ? types : inOrder) {
            String element = ofType.get((int) type);
            if (element == null) {
                throw new UnsupportedFormatException(log.file() + " holds atoms of type " + (int) type
                        + ", which is none of " + ofType.keySet() + "; name all of them, for example --types 1=Li,2=P");
            }
            symbols.add(element);
        }
        return new Atoms(symbols);
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (ended) {
            return false;
        }
        if (!firstIsAhead) {
            recordAt = records.offset();
        }
        if (!firstIsAhead && !records.next()) {
            ended = true;
            reportEnd();
            return false;
        }
        firstIsAhead = false;
        double[] positions = sortedById(records.inRecord(coordinates), 3);
        Cell cell = cell();
        if (positions == null || cell == null) {
            ended = true;
            log.stopAtByte(recordAt, "a record without coordinates, with other ids than the first, or without a cell");
            return false;
        }
        double[] origin = records.inRecord("cell_origin");
        for (int k = 0; k < positions.length; k++) {
            frame.fractional()[k] =
                    lengthA * positions[k] - (origin != null && origin.length == 3 ? cellA * origin[k % 3] : 0);
        }
        cell.toFractional(frame.fractional());
        String fault =
                isUnfilled(positions) ? "a record that was never filled" : PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            ended = true;
            log.stopAtByte(recordAt, fault);
            return false;
        }
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(Frame.NO_LABEL);
        frame.setUnwrapped(coordinates.startsWith("unwrapped"));
        double[] time = records.inRecord("time");
        if (time != null && time.length == 1 && timeUnitFs != null) {
            times.add(frame, timeUnitFs * time[0]);
        }
        log.frameRead();
        return true;
    }

    private void reportEnd() {
        long bytesLeft = records.offset() - recordAt;
        if (records.isBroken() || bytesLeft > 0) {
            log.stopAtByte(recordAt, records.ending() + " inside a record");
        } else if (records.stated() >= 0 && records.stated() != log.frames()) {
            log.note("the header counts " + records.stated() + " frames, the file holds " + log.frames()
                    + "; its length is trusted");
        }
    }

    /** Values, {@code width} of every atom, in ascending order of ids; null if these are not those of the first record. */
    private double @Nullable [] sortedById(double @Nullable [] values, int width) {
        double[] ids = records.inRecord("id");
        if (values == null || ids == null || width * ids.length != values.length) {
            return values;
        }
        double[] known = sortedIds;
        if (known == null) {
            known = ids.clone();
            Arrays.sort(known);
            sortedIds = known;
        }
        double[] sorted = new double[values.length];
        boolean[] seen = new boolean[ids.length];
        for (int row = 0; row < ids.length; row++) {
            int slot = Arrays.binarySearch(known, ids[row]);
            if (slot < 0 || seen[slot]) {
                return null;
            }
            seen[slot] = true;
            System.arraycopy(values, width * row, sorted, width * slot, width);
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
            return givenCell;
        }
        try {
            return Cell.ofLengthsAndAngles(
                    cellA * lengths[0], cellA * lengths[1], cellA * lengths[2], angles[0], angles[1], angles[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Several atoms at one point: what netCDF libraries read where the file was never written. */
    private static boolean isUnfilled(double[] positions) {
        return positions.length > 3 && Arrays.stream(positions).allMatch(x -> x == 0);
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
