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
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;

/**
 * Reads VASP OUTCAR: Cartesian positions beside the forces of every step, ab initio or machine-learned, in the cell that
 * was printed last before them.
 */
final class OutcarReader implements TrajectoryReader {

    private static final Pattern ION_TEMPERATURE = Pattern.compile("EKIN_LAT=.*\\(temperature\\s*([0-9.]+) K\\)");
    private static final Pattern ELEMENT = Pattern.compile("VRHFIN\\s*=\\s*([A-Z][a-z]?)\\s*:?");
    private static final Pattern POTCAR = Pattern.compile("^\\s*(?:POTCAR:|TITEL\\s*=)\\s*\\S+\\s+([A-Z][a-z]?)\\b.*");

    private static final String START = " vasp.";

    private final ByteWindow window;
    private final RowParser rows;
    private final ReadingLog log;
    private final Atoms atoms;
    private final Map<String, String> tags = new HashMap<>();
    private @Nullable Cell cell;
    private double temperatureSumK;
    private long temperatures;

    OutcarReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        rows = new RowParser(window);
        log = new ReadingLog(file);
        atoms = readAtoms();
    }

    /** Reads the elements in the order of POTCAR and how many atoms there are of each. */
    private Atoms readAtoms() throws IOException {
        List<String> elements = new ArrayList<>();
        List<String> potcars = new ArrayList<>();
        while (!window.atEnd()) {
            String line = window.readLine();
            OutcarTags.read(line, tags);
            Matcher element = ELEMENT.matcher(line);
            Matcher potcar = POTCAR.matcher(line);
            if (element.find()) {
                elements.add(element.group(1));
            } else if (potcar.matches() && line.contains("POTCAR:")) {
                potcars.add(potcar.group(1));
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
                readCell();
            } else if (line.contains("TOTAL-FORCE") && line.strip().startsWith("POSITION")) {
                return readFrame(frame, at);
            } else if (line.startsWith(START) && !sameAtomsFollow(at)) {
                return false;
            } else if (line.contains("EKIN_LAT=")) {
                addTemperature(line);
            } else if (log.frames() == 0) {
                OutcarTags.read(line, tags);
            }
        }
        if (window.brokenStream() != null) {
            log.stop(window, window.line(), "the text breaks off");
        }
        return false;
    }

    /** A second OUTCAR in the same file, glued by {@code cat}, must be of the same system. */
    private boolean sameAtomsFollow(long line) throws IOException {
        String found;
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

    private void readCell() throws IOException {
        double[] vectors = new double[9];
        for (int k = 0; k < 3; k++) {
            String line = window.atEnd() ? "" : window.readLine();
            if (NumberTokens.leading(line) < 3) {
                return;
            }
            System.arraycopy(NumberTokens.parse(line, 3), 0, vectors, 3 * k, 3);
        }
        try {
            cell = Cell.ofRows(vectors);
        } catch (IllegalArgumentException e) {
            cell = null;
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
        frame.setCell(frameCell);
        frame.setLine(at);
        frame.setUnwrapped(false);
        frame.setStepLabel(Frame.NO_LABEL);
        log.frameRead();
        return true;
    }

    private void addTemperature(String line) {
        Matcher matcher = ION_TEMPERATURE.matcher(line);
        if (matcher.find()) {
            temperatureSumK += Double.parseDouble(matcher.group(1));
            temperatures++;
        }
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
        return temperatures == 0 ? OptionalDouble.empty() : OptionalDouble.of(temperatureSumK / temperatures);
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
