package org.percolith.trajectory.format.hdf5;

import static java.util.Objects.requireNonNull;

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
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.reading.UnitNames;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads the first particle group of an H5MD file that holds positions: Cartesian positions, image flags where there are
 * any, the box, steps and times. Elements that the species do not tell come from a structure.
 */
final class H5mdReader implements TrajectoryReader {

    private final Hdf5File hdf;
    private final ReadingLog log;
    private final Hdf5Steps positions;
    private final @Nullable Hdf5Steps images;
    private final double[] image;
    private final double lengthA;
    private final Atoms atoms;
    private final H5mdBox box;
    private final H5mdClock clock;
    private final FrameTimes times;

    H5mdReader(Hdf5File hdf, Path file, StructureHints hints) throws IOException {
        this.hdf = hdf;
        log = new ReadingLog(file);
        log.noteBroken(hdf.brokenStream());
        times = new FrameTimes("the times in " + file.getFileName());
        String group = particles();
        positions = hdf.requiredSteps(group + "position/value", "it is no H5MD of a trajectory, or was cut");
        lengthA = lengthA(group + "position/value");
        int count = positions.values() / 3;
        Atoms stated = H5mdSpecies.of(hdf, group, file, count, hints);
        Structure structure = stated == null ? CompanionStructure.of(file, count, hints, log) : hints.structure();
        atoms = stated != null || structure == null ? requireNonNull(stated) : structure.atoms();
        images = images(group);
        image = new double[positions.values()];
        String edges = group + (hdf.find(group + "box/edges") == null ? "box/edges/value" : "box/edges");
        double edgeA = hdf.find(edges) == null ? 1 : lengthA(edges);
        box = new H5mdBox(hdf, group, edgeA, structure == null ? null : structure.cell());
        if (!box.isStated()) {
            throw new UnsupportedFormatException(
                    file + " states no edges of its box. Give a structure file that has a cell with --lattice");
        }
        clock = new H5mdClock(hdf, group + "position/");
    }

    /** The path of the group that is read; if there are others with positions, it is told. */
    private String particles() {
        List<String> moving = hdf.children("particles").stream()
                .filter(name -> hdf.find("particles/" + name + "/position/value") != null)
                .toList();
        if (moving.size() > 1) {
            log.note("of the particle groups " + moving + ", " + moving.get(0) + " is read");
        }
        return "particles/" + (moving.isEmpty() ? "all" : moving.get(0)) + "/";
    }

    /** Image flags of every frame, or null. */
    private @Nullable Hdf5Steps images(String group) {
        Hdf5Steps found = hdf.steps(group + "image/value");
        return found != null && found.steps() == positions.steps() && found.values() == positions.values()
                ? found
                : null;
    }

    private double lengthA(String dataset) {
        String unit = hdf.attribute(dataset, "unit");
        Double factor = unit == null ? null : UnitNames.lengthA(unit);
        if (unit != null && factor == null) {
            throw new UnsupportedFormatException(log.file() + " states " + dataset + " in the unknown unit " + unit);
        }
        if (factor == null) {
            log.note("no unit of " + dataset + " is stated; it is taken as \u00c5");
        }
        return factor == null ? 1 : factor;
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
            return stop("the positions of " + which + " are cut or damaged");
        }
        if (fractional.length > 3 && Arrays.stream(fractional).allMatch(x -> x == 0)) {
            return stop(which + " was never filled");
        }
        Cell cell = box.of(index, clock.step(index));
        if (cell == null) {
            return stop(which + " has no cell");
        }
        for (int k = 0; k < fractional.length; k++) {
            fractional[k] *= lengthA;
        }
        cell.toFractional(fractional);
        if (images != null && !addImages(images, index, fractional)) {
            return stop("the image flags of " + which + " are cut or damaged");
        }
        String fault = PlausiblePositions.fault(fractional);
        if (fault != null) {
            return stop(which + ": " + fault);
        }
        frame.setCell(cell);
        frame.setUnwrapped(images != null);
        frame.setStepLabel(clock.step(index));
        clock.timeFs(index).ifPresent(timeFs -> times.add(frame, timeFs));
        log.frameRead();
        frame.setLine(log.frames());
        return true;
    }

    private boolean addImages(Hdf5Steps flags, long index, double[] fractional) throws IOException {
        if (!flags.read(index, image)) {
            return false;
        }
        for (int k = 0; k < fractional.length; k++) {
            fractional[k] += image[k];
        }
        return true;
    }

    private boolean stop(String what) throws IOException {
        log.stopAtByte(hdf.size(), what);
        return false;
    }

    @Override
    public boolean labelsCountSteps() {
        return clock.countsSteps();
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
