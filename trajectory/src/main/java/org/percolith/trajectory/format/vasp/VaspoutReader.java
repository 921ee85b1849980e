package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.hdf5.Hdf5File;
import org.percolith.trajectory.format.hdf5.Hdf5Steps;
import org.percolith.trajectory.format.reading.MeanTemperature;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;

/**
 * Reads VASP vaspout.h5: fractional positions and lattice rows of every ionic step. Steps that were laid out but never
 * filled have a lattice of zeros; they end the trajectory.
 */
final class VaspoutReader implements TrajectoryReader {

    private static final String DYNAMICS = "intermediate/ion_dynamics/";
    private static final String NO_DYNAMICS =
            "it is no vaspout.h5 of molecular dynamics, nor the HDF5 of H5MD or AMBER, or was cut. Of VASP, give the XDATCAR";
    private static final String STRUCTURE = "results/positions/";

    private final Hdf5File hdf;
    private final Path file;
    private final ReadingLog log;
    private final Hdf5Steps positions;
    private final Hdf5Steps lattices;
    private final @Nullable Hdf5Steps energies;
    private final int temperatureColumn;
    private final double[] energyRow;
    private final double scale;
    private final Atoms atoms;
    private final MdSettings settings;
    private final MeanTemperature temperature = new MeanTemperature();
    private final boolean keepsEveryStep;

    VaspoutReader(Hdf5File hdf, Path file) {
        this.hdf = hdf;
        this.file = file;
        log = new ReadingLog(file);
        log.noteBroken(hdf.brokenStream());
        positions = hdf.requiredSteps(DYNAMICS + "position_ions", NO_DYNAMICS);
        lattices = hdf.requiredSteps(DYNAMICS + "lattice_vectors", NO_DYNAMICS);
        atoms = readAtoms();
        scale = readScale();
        settings = new MdSettings(hdf.scalars("input/incar"), String.valueOf(file.getFileName()));
        keepsEveryStep = readVersion();
        temperatureColumn = temperatureColumn();
        energies = temperatureColumn < 0 ? null : hdf.steps(DYNAMICS + "energies");
        energyRow = new double[energies == null ? 0 : energies.values()];
        if (lattices.values() != 9 || positions.values() != 3L * atoms.size()) {
            throw new UnsupportedFormatException(file + " lists " + atoms.size() + " atoms in " + STRUCTURE
                    + "number_ion_types, and positions of " + positions.values() / 3);
        }
    }

    private Atoms readAtoms() {
        Object types = hdf.list(STRUCTURE + "ion_types");
        long[] counts = hdf.wholeNumbers(STRUCTURE + "number_ion_types");
        if (!(types instanceof String[] names) || counts == null || names.length != counts.length) {
            throw new UnsupportedFormatException(file + " names no elements: " + STRUCTURE
                    + "ion_types and number_ion_types are missing or do not fit each other");
        }
        List<String> symbols = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            if (counts[k] < 1 || symbols.size() + counts[k] > Atoms.MOST) {
                throw new UnsupportedFormatException(file + " counts " + counts[k] + " atoms of " + names[k]);
            }
            String symbol = ElementSymbols.ofPotential(names[k].strip());
            for (long atom = 0; atom < counts[k]; atom++) {
                symbols.add(symbol);
            }
        }
        return new Atoms(symbols);
    }

    private boolean readVersion() {
        Map<String, String> parts = hdf.scalars("version");
        return VaspVersion.in(parts.get("major") + "." + parts.get("minor") + "." + parts.get("patch"))
                .map(VaspVersion::keepsEveryStep)
                .orElse(false);
    }

    private double readScale() {
        for (String path : List.of(DYNAMICS + "scale", STRUCTURE + "scale")) {
            if (hdf.list(path) instanceof Double stated && stated > 0) {
                return stated;
            }
        }
        return 1;
    }

    private int temperatureColumn() {
        if (hdf.list(DYNAMICS + "energies_tags") instanceof String[] tags) {
            for (int k = 0; k < tags.length; k++) {
                if (tags[k].toLowerCase(Locale.ROOT).contains("temperature")) {
                    return k;
                }
            }
        }
        return -1;
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        long step = log.frames();
        if (log.truncated() || step >= Math.min(positions.steps(), lattices.steps())) {
            if (positions.steps() != lattices.steps()) {
                log.note("positions of " + positions.steps() + " steps, lattices of " + lattices.steps()
                        + "; the steps that have both are used");
            }
            return false;
        }
        double[] rows = new double[9];
        if (!lattices.read(step, rows) || !positions.read(step, frame.fractional())) {
            return stop("the data of step " + (step + 1) + " of " + positions.steps() + " are cut or damaged");
        }
        if (isUnfilled(rows) || (atoms.size() > 1 && isUnfilled(frame.fractional()))) {
            log.note("steps from " + (step + 1) + " of " + positions.steps()
                    + " on were never filled; the run was killed or is still going");
            return false;
        }
        return accept(frame, rows);
    }

    private boolean accept(Frame frame, double[] rows) throws IOException {
        for (int k = 0; k < 9; k++) {
            rows[k] *= scale;
        }
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            return stop("step " + (log.frames() + 1) + ": " + fault);
        }
        try {
            frame.setCell(Cell.ofRows(rows));
        } catch (IllegalArgumentException e) {
            return stop(String.valueOf(e.getMessage()));
        }
        Hdf5Steps energy = energies;
        if (energy != null && energy.read(log.frames(), energyRow)) {
            temperature.add(energyRow[temperatureColumn]);
        }
        log.frameRead();
        frame.setLine(log.frames());
        frame.setStepLabel(log.frames());
        frame.setUnwrapped(false);
        return true;
    }

    private static boolean isUnfilled(double[] numbers) {
        for (double component : numbers) {
            if (component != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean stop(String what) throws IOException {
        log.stopAtByte(hdf.size(), what);
        return false;
    }

    @Override
    public MdSettings settings() {
        return settings;
    }

    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        return keepsEveryStep ? 1 : runSettings.stepsPerVasprunFrame();
    }

    @Override
    public Program program() {
        return Program.VASP;
    }

    @Override
    public OptionalDouble meanTemperatureK() {
        return temperature.meanK();
    }

    @Override
    public String temperatureSource() {
        return "the temperatures";
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
