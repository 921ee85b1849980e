package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.MeanTemperature;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;

/**
 * Reads VASP OUTCAR: Cartesian positions beside the forces of every step, ab initio or machine-learned, in the cell that
 * was printed last before them.
 *
 * <p>The label of a frame is its ionic step by the heading {@code Iteration n(m)} before it. A machine-learned step has no
 * such heading and follows the one before; where training then calls for an ab initio one as well, the same positions are
 * printed again under its number.
 */
final class OutcarReader implements TrajectoryReader {

    private static final Pattern ION_TEMPERATURE = Pattern.compile("EKIN_LAT=.*\\(temperature\\s*(\\d+\\.?\\d*) K\\)");
    private static final Pattern STEP_HEADING = Pattern.compile("^-{9,} *(?:Iteration|Ionic step) +(\\d{1,18})\\b");
    private static final Pattern ELEMENT = Pattern.compile("VRHFIN\\s*=\\s*([A-Z][a-z]?)\\s*:?");
    private static final Pattern POTCAR = Pattern.compile("^\\s*POTCAR:\\s*\\S+\\s+(\\S+).*");

    /** Behind them a number ends; in a cell of 100 Å the next one follows without a blank. */
    private static final Pattern NINE_DECIMALS = Pattern.compile("\\.\\d{9}(?=\\d+\\.)");

    private static final String START = " vasp.";
    private static final String END = " General timing and accounting";

    private final ByteWindow window;
    private final RowParser rows;
    private final ReadingLog log;
    private final Atoms atoms;
    private final MeanTemperature temperature = new MeanTemperature();
    private final Map<String, String> tags;
    private Map<String, String> documentTags = new HashMap<>();
    private @Nullable Cell cell;
    private boolean documentHasFrames;
    private boolean finished;
    private long headedStep;
    private long step;
    private @Nullable Boolean labelsCountSteps;

    OutcarReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        rows = new RowParser(window);
        log = new ReadingLog(file);
        tags = documentTags;
        atoms = readAtoms();
    }

    /** Reads the elements in the order of POTCAR and how many atoms there are of each. */
    private Atoms readAtoms() throws IOException {
        List<String> elements = new ArrayList<>();
        List<String> potcars = new ArrayList<>();
        while (!window.atEnd()) {
            String line = window.readLine();
            OutcarTags.read(line, documentTags);
            Matcher element = ELEMENT.matcher(line);
            Matcher potcar = POTCAR.matcher(line);
            if (element.find()) {
                elements.add(element.group(1));
            } else if (potcar.matches()) {
                potcars.add(ElementSymbols.ofPotential(potcar.group(1)));
            } else if (line.contains("ions per type =")) {
                return atoms(
                        elements, potcars, line.substring(line.indexOf('=') + 1).strip());
            }
        }
        throw new UnsupportedFormatException(log.file() + " ends before its list of ions: there is no frame in it");
    }

    private Atoms atoms(List<String> elements, List<String> potcars, String countsText) {
        List<Integer> counts = new ArrayList<>();
        long total = 0;
        for (String token : countsText.split("\\s+")) {
            if (!token.matches("\\d{1,8}")) {
                throw new MalformedTrajectoryException(log.file(), window.line(), "'" + countsText + "'", "ion counts");
            }
            counts.add(Integer.valueOf(token));
            total += Integer.parseInt(token);
        }
        List<String> names = elements.size() >= counts.size() ? elements : potcars;
        if (names.size() < counts.size() || total > Atoms.MOST || total == 0) {
            throw new MalformedTrajectoryException(
                    log.file(),
                    window.line(),
                    total + " ions of " + counts.size() + " types, " + names.size() + " elements named above",
                    "one pseudopotential (VRHFIN or POTCAR) for each type");
        }
        return Atoms.ofGroups(names.subList(0, counts.size()), counts);
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
        while (!window.atEnd()) {
            long at = window.line();
            String line = window.readLine();
            if (line.contains("direct lattice vectors")) {
                cell = readCell();
            } else if (line.contains("TOTAL-FORCE") && line.strip().startsWith("POSITION")) {
                return sameTimestep(at) && readFrame(frame, at);
            } else if (line.startsWith(START)) {
                if (!sameAtomsFollow(at)) {
                    return false;
                }
            } else {
                readState(line);
            }
        }
        if (window.brokenStream() != null) {
            log.stop(window, window.line(), "the text breaks off");
        } else if (!finished) {
            log.noteUnfinished(window, END.strip());
        }
        return false;
    }

    private void readState(String line) {
        if (line.startsWith("-----")) {
            Matcher heading = STEP_HEADING.matcher(line);
            headedStep = heading.find() ? Long.parseLong(heading.group(1)) : headedStep;
        } else if (line.contains("EKIN_LAT=")) {
            Matcher stated = ION_TEMPERATURE.matcher(line);
            temperature.add(stated.find() ? Double.parseDouble(stated.group(1)) : Double.NaN);
        } else if (line.startsWith(END)) {
            finished = true;
        } else if (!documentHasFrames) {
            OutcarTags.read(line, documentTags);
        }
    }

    /** A second OUTCAR in the same file, glued by {@code cat}, must be of the same system. */
    private boolean sameAtomsFollow(long line) throws IOException {
        String found;
        documentTags = new HashMap<>();
        documentHasFrames = false;
        finished = false;
        step = 0;
        try {
            Atoms other = readAtoms();
            if (other.equals(atoms)) {
                return true;
            }
            found = "with " + other.formula() + ", " + atoms.formula()
                    + " before: two different systems were joined here";
        } catch (TrajectoryException e) {
            found = "without a whole list of ions";
        }
        log.stop(window, line, "a second OUTCAR " + found);
        return false;
    }

    /** False if a second OUTCAR in the same file was written with another time step. */
    private boolean sameTimestep(long line) {
        double before = settings().timestepFs().orElse(0);
        double here = new MdSettings(documentTags, "").timestepFs().orElse(before);
        if (before > 0 && here != before) {
            log.stop(
                    window,
                    line,
                    "a second OUTCAR has POTIM = " + here + ", " + before
                            + " before: the steps of one run are of one length. Give it as a file of its own");
        }
        return !log.truncated();
    }

    /** The cell on the next three lines; null if there is none. */
    private @Nullable Cell readCell() throws IOException {
        double[] vectors = new double[9];
        for (int k = 0; k < 3; k++) {
            String line = window.atEnd()
                    ? ""
                    : NINE_DECIMALS.matcher(window.readLine()).replaceAll("$0 ");
            if (NumberTokens.leading(line) < 3) {
                return null;
            }
            System.arraycopy(NumberTokens.parse(line, 3), 0, vectors, 3 * k, 3);
        }
        try {
            return Cell.ofRows(vectors);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean readFrame(Frame frame, long at) throws IOException {
        window.skipLine();
        int complete = rows.readRows(frame.fractional(), atoms.size());
        Cell frameCell = cell;
        if (complete < atoms.size() || frameCell == null) {
            log.stop(
                    window,
                    window.line(),
                    frameCell == null
                            ? "positions without a cell before them"
                            : "a block of positions ends after " + complete + " of " + atoms.size() + " atoms");
            return false;
        }
        frameCell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stop(window, at, fault);
            return false;
        }
        frame.setCell(frameCell);
        frame.setLine(at);
        frame.setUnwrapped(false);
        frame.setStepLabel(nextStep());
        documentHasFrames = true;
        log.frameRead();
        return true;
    }

    private long nextStep() {
        if (labelsCountSteps == null) {
            labelsCountSteps = headedStep > 0 || !settings().isDrivenByForceField();
        }
        step = headedStep > 0 ? headedStep : step + 1;
        headedStep = 0;
        return step;
    }

    /** Only where a force field alone drives the run may steps be left out without a trace. */
    @Override
    public boolean labelsCountSteps() {
        return labelsCountSteps == null || labelsCountSteps;
    }

    @Override
    public MdSettings settings() {
        return new MdSettings(tags, String.valueOf(log.file().getFileName()));
    }

    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        return runSettings.stepsPerVasprunFrame();
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
        window.close();
    }
}
