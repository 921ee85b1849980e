package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.MeanTemperature;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.TokenLine;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads the output of pw.x dynamics: a block ATOMIC_POSITIONS after every move, in the cell printed last. The time step is
 * in Rydberg units, twice the Hartree ones.
 */
final class PwscfReader implements TrajectoryReader {

    private static final Pattern CELLDM = Pattern.compile("celldm\\(1\\)=\\s*(\\d+\\.?\\d*)");
    private static final Pattern AXIS = Pattern.compile("a\\(([123])\\) = \\((.*)\\)");
    private static final Pattern UNIT = Pattern.compile("[({]\\s*(\\w+)(?:\\s*=\\s*(\\d+\\.?\\d*))?\\s*[)}]");
    private static final Pattern ITERATION = Pattern.compile("Entering Dynamics:.*iteration\\s*=\\s*(\\d{1,18})");
    private static final Pattern TEMPERATURE = Pattern.compile("^\\s*temperature\\s*=\\s*(\\d+\\.?\\d*)\\s*K");
    private static final Pattern TIME_STEP = Pattern.compile("Time step\\s*=\\s*(\\d+\\.?\\d*) a\\.u\\.");

    private static final double[] NO_VECTOR = {Double.NaN, Double.NaN, Double.NaN};

    private static final String START = "Program PWSCF";
    private static final String END = "JOB DONE.";

    private final ByteWindow window;
    private final TokenLine row;
    private final ReadingLog log;
    private final FrameTimes times;
    private final MeanTemperature temperature = new MeanTemperature();
    private final Atoms atoms;
    private final double[] rows = new double[9];
    private double alatA;
    private double @Nullable [] firstFrame;
    private Cell cell;
    private long firstLine;
    private long iteration = Frame.NO_LABEL;
    private double timeStepFs;
    private boolean dynamics;
    private boolean inFinalCoordinates;
    private boolean finished;

    PwscfReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        row = new TokenLine(window);
        log = new ReadingLog(file);
        times = new FrameTimes("the time step in " + file.getFileName());
        cell = Cell.cubic(1);
        String heading = nextHeading();
        List<String> symbols = new ArrayList<>();
        firstLine = window.line() - 1;
        double[] positions = heading == null ? new double[0] : firstBlock(symbols);
        if (heading == null || symbols.isEmpty() || !toFractional(heading, positions)) {
            throw new UnsupportedFormatException(file + " holds no complete ATOMIC_POSITIONS of a moving cell's atoms:"
                    + " there is no frame in it");
        }
        firstFrame = positions;
        atoms = new Atoms(symbols);
    }

    private double[] firstBlock(List<String> symbols) throws IOException {
        double[] positions = new double[3 * 64];
        while (!window.atEnd() && window.lineIsTerminated() && row.split(4) && isRow()) {
            if (3 * symbols.size() == positions.length) {
                positions = Arrays.copyOf(positions, 2 * positions.length);
            }
            store(positions, symbols.size());
            symbols.add(ElementSymbols.ofLabel(row.text(0)));
            window.skipLine();
        }
        boolean complete = !window.atEnd();
        if (!complete) {
            symbols.clear();
        }
        return Arrays.copyOf(positions, 3 * symbols.size());
    }

    private boolean isRow() {
        return Double.isFinite(row.number(1) + row.number(2) + row.number(3));
    }

    private void store(double[] positions, int atom) {
        for (int axis = 0; axis < 3; axis++) {
            positions[3 * atom + axis] = row.number(1 + axis);
        }
    }

    /**
     * Reads on to behind the next heading of positions; null at the end. The final coordinates of a relaxation repeat its last
     * step.
     */
    private @Nullable String nextHeading() throws IOException {
        while (!window.atEnd() && !log.truncated()) {
            String line = window.readLine();
            if (line.startsWith("ATOMIC_POSITIONS") && !inFinalCoordinates) {
                return line;
            }
            if (line.startsWith("CELL_PARAMETERS")) {
                readCellParameters(line);
            } else if (line.contains("final coordinates")) {
                inFinalCoordinates = line.contains("Begin");
            } else if (line.contains(START)) {
                startOutput();
            } else {
                readState(line);
            }
        }
        return null;
    }

    /** Another output in the same file; the one before may have been cut. */
    private void startOutput() {
        if (log.frames() > 0 && !finished) {
            log.note("line " + (window.line() - 1) + ": the output before ends without '" + END
                    + "', and another one follows");
        }
        finished = false;
        inFinalCoordinates = false;
    }

    private void readState(String line) {
        Matcher axis = AXIS.matcher(line);
        Matcher celldm = CELLDM.matcher(line);
        Matcher iterationLine = ITERATION.matcher(line);
        Matcher stated = TEMPERATURE.matcher(line);
        Matcher timeStep = TIME_STEP.matcher(line);
        if (celldm.find()) {
            alatA = Double.parseDouble(celldm.group(1)) * PhysicalConstants.BOHR_A;
        } else if (axis.find() && NumberTokens.leading(axis.group(2)) >= 3) {
            setAxis(Integer.parseInt(axis.group(1)) - 1, NumberTokens.parse(axis.group(2), 3), alatA);
        } else if (iterationLine.find()) {
            dynamics = true;
            iteration = Long.parseLong(iterationLine.group(1));
        } else if (stated.find()) {
            temperature.add(Double.parseDouble(stated.group(1)));
        } else if (timeStep.find()) {
            setTimeStep(Double.parseDouble(timeStep.group(1)) * 2 * PhysicalConstants.HARTREE_TIME_FS);
        } else if (line.contains(END)) {
            finished = true;
        }
    }

    private void setTimeStep(double statedFs) {
        if (timeStepFs > 0 && statedFs != timeStepFs) {
            log.stop(
                    window,
                    window.line() - 1,
                    String.format(
                            Locale.ROOT,
                            "another output with a time step of %.5f fs, %.5f fs before: the steps of one run are of one"
                                    + " length. Give it as a file of its own",
                            statedFs,
                            timeStepFs));
        }
        timeStepFs = statedFs;
    }

    private void setAxis(int vector, double[] components, double unitA) {
        for (int k = 0; k < 3; k++) {
            rows[3 * vector + k] = components[k] * unitA;
        }
    }

    private void readCellParameters(String heading) throws IOException {
        Matcher unit = UNIT.matcher(heading);
        String name = unit.find() ? unit.group(1) : "alat";
        double statedAlat = name.equals("alat") && unit.reset().find() && unit.group(2) != null
                ? Double.parseDouble(unit.group(2)) * PhysicalConstants.BOHR_A
                : alatA;
        double unitA = name.equals("angstrom") ? 1 : name.equals("bohr") ? PhysicalConstants.BOHR_A : statedAlat;
        for (int vector = 0; vector < 3; vector++) {
            String line = window.atEnd() ? "" : window.readLine();
            boolean stated = NumberTokens.leading(line) >= 3;
            setAxis(vector, stated ? NumberTokens.parse(line, 3) : NO_VECTOR, unitA);
        }
    }

    /** Makes positions in the unit of their heading fractional; false if the cell or the unit is none. */
    private boolean toFractional(String heading, double[] positions) {
        try {
            cell = Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            return false;
        }
        Matcher unit = UNIT.matcher(heading);
        String name = unit.find() ? unit.group(1) : "alat";
        if (name.equals("crystal")) {
            return true;
        }
        Double unitA = Map.of("alat", alatA, "bohr", PhysicalConstants.BOHR_A, "angstrom", 1.0)
                .get(name);
        if (unitA == null) {
            return false;
        }
        for (int k = 0; k < positions.length; k++) {
            positions[k] *= unitA;
        }
        cell.toFractional(positions);
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
        double[] first = firstFrame;
        frame.setLine(firstLine);
        if (first != null) {
            firstFrame = null;
            System.arraycopy(first, 0, frame.fractional(), 0, first.length);
        } else if (!readFrame(frame)) {
            return false;
        }
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stop(window, frame.line(), fault);
            return false;
        }
        frame.setCell(cell);
        frame.setStepLabel(iteration);
        frame.setTimeFs(null);
        if (timeStepFs > 0 && iteration != Frame.NO_LABEL) {
            times.add(frame, iteration * timeStepFs);
        }
        frame.setUnwrapped(false);
        log.frameRead();
        return true;
    }

    private boolean readFrame(Frame frame) throws IOException {
        String heading = nextHeading();
        if (heading == null) {
            if (window.brokenStream() != null) {
                log.stop(window, window.line(), "the text breaks off");
            } else if (!finished && !log.truncated()) {
                log.noteUnfinished(window, END);
            }
            return false;
        }
        frame.setLine(window.line() - 1);
        for (int atom = 0; atom < atoms.size(); atom++) {
            boolean whole = !window.atEnd() && window.lineIsTerminated() && row.split(4) && isRow();
            if (!whole
                    || !ElementSymbols.ofLabel(row.text(0))
                            .equals(atoms.symbols().get(atom))) {
                log.stop(window, window.line(), "positions end or change after " + atom + " of " + atoms.size());
                return false;
            }
            store(frame.fractional(), atom);
            window.skipLine();
        }
        if (!toFractional(heading, frame.fractional())) {
            log.stop(window, window.line(), "a cell without volume, or '" + heading + "'");
            return false;
        }
        return true;
    }

    /** A run without dynamics is told as VASP tells a relaxation, so that it is refused. */
    @Override
    public MdSettings settings() {
        return dynamics
                ? MdSettings.none()
                : new MdSettings(Map.of("IBRION", "2"), log.file().getFileName() + ", which enters no dynamics");
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
    }

    /** Every step is printed, under its number. */
    @Override
    public boolean labelsCountSteps() {
        return true;
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
        window.close();
    }
}
