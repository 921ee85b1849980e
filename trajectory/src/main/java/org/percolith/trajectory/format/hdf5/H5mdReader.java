package org.percolith.trajectory.format.hdf5;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads the first particle group of an H5MD file: Cartesian positions, edges of the box (fixed or by step), steps and times.
 * Species are whole numbers of any meaning: they are elements only where the file says that they are atomic numbers.
 */
final class H5mdReader implements TrajectoryReader {

    /** Attribute of species that says what its numbers mean. */
    static final String MEANING = "meaning";

    static final String ATOMIC_NUMBER = "atomic number";

    private static final Map<String, Double> LENGTH_A =
            Map.of("angstrom", 1.0, "a", 1.0, "\u00e5", 1.0, "nm", 10.0, "pm", 0.01, "bohr", PhysicalConstants.BOHR_A);
    private static final Map<String, Double> TIME_FS = Map.of("fs", 1.0, "ps", 1e3, "ns", 1e6);

    private final Hdf5File hdf;
    private final ReadingLog log;
    private final String group;
    private final Hdf5Steps positions;
    private final double lengthA;
    private final Atoms atoms;
    private final @Nullable Hdf5Steps edges;
    private final double edgeA;
    private final @Nullable Cell fixedCell;
    private final H5mdClock clock;
    private final FrameTimes times;

    H5mdReader(Hdf5File hdf, Path file, StructureHints hints) throws IOException {
        this.hdf = hdf;
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        group = particles();
        positions = hdf.requiredSteps(group + "position/value", "it is no H5MD of a trajectory, or was cut");
        lengthA = lengthA("position/value");
        int count = positions.values() / 3;
        Structure structure = elements(count, hints);
        atoms = structure.atoms();
        edges = hdf.steps(group + "box/edges/value");
        Hdf5Steps fixed = edges == null ? hdf.steps(group + "box/edges") : null;
        edgeA = edges == null && fixed == null ? 1 : lengthA(edges == null ? "box/edges" : "box/edges/value");
        fixedCell = edges != null ? null : fixed == null ? structure.cell() : fixedCell(fixed);
        clock = new H5mdClock(hdf, group + "position/");
    }

    private String particles() {
        for (String name : hdf.children("particles")) {
            if (hdf.find("particles/" + name + "/position/value") != null) {
                return "particles/" + name + "/";
            }
        }
        return "particles/all/";
    }

    private double lengthA(String dataset) {
        String unit = hdf.attribute(group + dataset, "unit");
        Double factor = unit == null ? null : LENGTH_A.get(unit.toLowerCase(Locale.ROOT));
        if (unit != null && factor == null) {
            throw new UnsupportedFormatException(log.file() + " states " + dataset + " in the unknown unit " + unit);
        }
        if (factor == null) {
            log.note("no unit of " + dataset + " is stated; it is taken as \u00c5");
        }
        return factor == null ? 1 : factor;
    }

    private Structure elements(int count, StructureHints hints) throws IOException {
        Hdf5Steps species = hdf.steps(group + "species");
        String meaning = hdf.attribute(group + "species", MEANING);
        if (species == null || !ATOMIC_NUMBER.equals(meaning) || species.steps() != count) {
            return CompanionStructure.of(log.file(), count, hints, log);
        }
        List<String> symbols = new ArrayList<>();
        double[] number = new double[1];
        for (int atom = 0; atom < count; atom++) {
            if (!species.read(atom, number)) {
                throw new UnsupportedFormatException(log.file() + ": the list of species is cut or damaged");
            }
            symbols.add(ElementSymbols.ofAtomicNumber((int) number[0])
                    .orElseThrow(() ->
                            new UnsupportedFormatException(log.file() + ": no element has the number " + number[0])));
        }
        return new Structure(Cell.cubic(1), new Atoms(symbols));
    }

    private @Nullable Cell fixedCell(Hdf5Steps fixed) throws IOException {
        double[] all = new double[(int) Math.min(9, fixed.steps() * fixed.values())];
        double[] row = new double[fixed.values()];
        for (int k = 0; k * row.length < all.length && fixed.read(k, row); k++) {
            System.arraycopy(row, 0, all, k * row.length, row.length);
        }
        return cell(all);
    }

    /** The cell of three edges of a box with right angles, or of three row vectors; null if it is neither. */
    private @Nullable Cell cell(double[] edgeVectors) {
        double[] v = edgeVectors.clone();
        for (int k = 0; k < v.length; k++) {
            v[k] *= edgeA;
        }
        try {
            return v.length == 3 ? Cell.orthorhombic(v[0], v[1], v[2]) : Cell.ofRows(v);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        long step = log.frames();
        if (log.truncated() || step >= positions.steps()) {
            return false;
        }
        if (!positions.read(step, frame.fractional())) {
            return stop("the positions of frame " + (step + 1) + " of " + positions.steps() + " are cut or damaged");
        }
        Cell cell = cellOf(step);
        if (cell == null) {
            return stop("frame " + (step + 1) + " has no cell");
        }
        for (int k = 0; k < frame.fractional().length; k++) {
            frame.fractional()[k] *= lengthA;
            if (!Double.isFinite(frame.fractional()[k])) {
                return stop("a coordinate that is no number in frame " + (step + 1));
            }
        }
        cell.toFractional(frame.fractional());
        frame.setCell(cell);
        frame.setUnwrapped(false);
        frame.setStepLabel(clock.step(step));
        clock.time(step, TIME_FS).ifPresent(timeFs -> times.add(frame, timeFs));
        log.frameRead();
        frame.setLine(log.frames());
        return true;
    }

    private @Nullable Cell cellOf(long step) throws IOException {
        Hdf5Steps moving = edges;
        if (moving == null) {
            return fixedCell;
        }
        double[] row = new double[moving.values()];
        return moving.read(step, row) ? cell(row) : null;
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
