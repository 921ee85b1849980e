package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.hdf5.Hdf5File;
import org.percolith.trajectory.format.hdf5.Hdf5Steps;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads AMBER NetCDF from netCDF-4: the datasets coordinates {@code [frame, atom, 3]}, cell_lengths and cell_angles {@code
 * [frame, 3]}, time {@code [frame]}. Elements, and the cell where the file has none, come from a structure.
 */
final class AmberHdf5Reader implements TrajectoryReader {

    private static final String COORDINATES = "coordinates";
    private static final String LENGTHS = "cell_lengths";
    private static final String TIME = "time";

    private final Hdf5File hdf;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Hdf5Steps positions;
    private final double lengthA;
    private final Atoms atoms;
    private final @Nullable Hdf5Steps lengths;
    private final @Nullable Hdf5Steps angles;
    private final double cellA;
    private final @Nullable Cell givenCell;
    private final @Nullable Hdf5Steps time;
    private final @Nullable Double timeUnitFs;

    AmberHdf5Reader(Hdf5File hdf, Path file, StructureHints hints) throws IOException {
        this.hdf = hdf;
        log = new ReadingLog(file);
        log.noteBroken(hdf.brokenStream());
        times = new FrameTimes("the times in " + file.getFileName());
        positions = hdf.requiredSteps(COORDINATES, "it is no AMBER NetCDF of a trajectory, or was cut");
        if (positions.values() % 3 != 0) {
            throw new UnsupportedFormatException(file + " holds no coordinates[frame, atom, 3]");
        }
        lengthA = lengthA(COORDINATES);
        Structure structure = CompanionStructure.of(file, positions.values() / 3, hints, log);
        atoms = structure.atoms();
        givenCell = structure.cell();
        lengths = hdf.steps(LENGTHS);
        angles = hdf.steps("cell_angles");
        cellA = lengths == null ? 1 : lengthA(LENGTHS);
        time = hdf.steps(TIME);
        Double unitFs = time == null ? null : AmberUnits.timeFs(hdf.attribute(TIME, "units"));
        timeUnitFs = unitFs == null ? null : Double.valueOf(unitFs * scaleFactor(TIME));
    }

    private double lengthA(String dataset) {
        return AmberUnits.lengthA(log.file(), hdf.attribute(dataset, "units")) * scaleFactor(dataset);
    }

    /** What the stored numbers are to be multiplied by. */
    private double scaleFactor(String dataset) {
        String factor = hdf.attribute(dataset, "scale_factor");
        return factor == null || NumberTokens.leading(factor) < 1 ? 1 : NumberTokens.parse(factor, 1)[0];
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        long index = log.frames();
        if (log.truncated() || index >= positions.steps()) {
            return false;
        }
        String which = "frame " + (index + 1) + " of " + positions.steps();
        double[] fractional = frame.fractional();
        if (!positions.read(index, fractional)) {
            return stop("the coordinates of " + which + " are cut or damaged");
        }
        if (fractional.length > 3 && Arrays.stream(fractional).allMatch(x -> x == 0)) {
            return stop(which + " was never filled");
        }
        Cell cell = cell(index);
        if (cell == null) {
            return stop(which + " has no cell");
        }
        for (int k = 0; k < fractional.length; k++) {
            fractional[k] *= lengthA;
        }
        cell.toFractional(fractional);
        String fault = PlausiblePositions.fault(fractional);
        if (fault != null) {
            return stop(which + ": " + fault);
        }
        frame.setCell(cell);
        frame.setUnwrapped(false);
        frame.setStepLabel(Frame.NO_LABEL);
        addTime(frame, index);
        log.frameRead();
        frame.setLine(log.frames());
        return true;
    }

    private void addTime(Frame frame, long index) throws IOException {
        double[] stated = new double[1];
        frame.setTimeFs(null);
        if (time != null && timeUnitFs != null && time.values() == 1 && time.read(index, stated)) {
            times.add(frame, timeUnitFs * stated[0]);
        }
    }

    /** The cell of a frame; that of the structure where the file states none, and null where it is damaged. */
    private @Nullable Cell cell(long index) throws IOException {
        double[] abc = new double[3];
        double[] degrees = new double[3];
        if (lengths == null || angles == null || lengths.values() != 3 || angles.values() != 3) {
            return givenCell;
        }
        if (!lengths.read(index, abc) || !angles.read(index, degrees)) {
            return null;
        }
        if (abc[0] * abc[1] * abc[2] == 0) {
            return givenCell;
        }
        try {
            return Cell.ofLengthsAndAngles(
                    cellA * abc[0], cellA * abc[1], cellA * abc[2], degrees[0], degrees[1], degrees[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean stop(String what) throws IOException {
        log.stopAtByte(hdf.size(), what);
        return false;
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
        hdf.close();
    }
}
