package org.percolith.trajectory.format.ase;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.bytes.SeekableFile;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.Sourced;

/** Reads ASE .traj, an item a frame. Atomic numbers stand in the first one, and again where they differ from those. */
final class AseTrajReader implements TrajectoryReader {

    private static final double ASE_TIME_FS = 10.180505671157;
    private static final String REAL = "[-+0-9.eE]+";
    private static final Pattern CELL =
            Pattern.compile("\"cell\":\\s*\\[\\s*\\[([^\\]]*)\\],\\s*\\[([^\\]]*)\\]," + "\\s*\\[([^\\]]*)\\]\\s*\\]");
    private static final Pattern NOT_PERIODIC = Pattern.compile("\"pbc\":\\s*\\[[^\\]]*false");
    private static final Pattern TIMESTEP = Pattern.compile("\"timestep\":\\s*(" + REAL + ")");
    private static final Pattern INTERVAL = Pattern.compile("\"interval\":\\s*(\\d{1,9})\\b");

    private static final Pattern STEP = Pattern.compile("\"info\":\\s*\\{[^}]*\"step\":\\s*(\\d{1,18})\\b");
    private static final Pattern TIME_FS = Pattern.compile("\"info\":\\s*\\{[^}]*\"time_fs\":\\s*(" + REAL + ")");

    private final AseItems items;
    private final FrameTimes times;
    private final ReadingLog log;
    private final String firstItem;
    private final double[] numbers;
    private final AseTemperature temperature;
    private final Atoms atoms;
    private Cell cell;

    AseTrajReader(SeekableFile in, Path file) throws IOException {
        items = new AseItems(in);
        log = new ReadingLog(file);
        log.noteBroken(in.brokenStream());
        times = new FrameTimes("time_fs in " + file.getFileName());
        String first = items.text(0);
        if (first == null) {
            throw new UnsupportedFormatException(
                    file + (items.stated() == 0 ? " counts no frames" : " is cut before its first frame is complete")
                            + ": there is no frame in it");
        }
        firstItem = first;
        double[] stated = items.array(first, "numbers");
        if (stated == null || stated.length == 0 || stated.length > Atoms.MOST) {
            throw new UnsupportedFormatException(file + " states no atomic numbers in its first frame");
        }
        numbers = stated;
        List<String> symbols = new ArrayList<>();
        for (double number : stated) {
            symbols.add(ElementSymbols.ofAtomicNumber((int) number)
                    .orElseThrow(() -> new UnsupportedFormatException(file + ": no element has the number " + number)));
        }
        atoms = new Atoms(symbols);
        temperature = new AseTemperature(items, first, stated);
        Cell firstCell = cell(first);
        if (firstCell == null) {
            throw new UnsupportedFormatException(file + " states no cell in its first frame");
        }
        cell = firstCell;
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated() || log.frames() >= items.stated()) {
            return false;
        }
        String item = items.text(log.frames());
        double[] positions = item == null ? null : items.array(item, "positions");
        if (item == null || positions == null) {
            return stop("the file ends before the data of frame " + (log.frames() + 1) + " of " + items.stated());
        }
        double[] changed = items.array(item, "numbers");
        if (positions.length != frame.fractional().length || (changed != null && !Arrays.equals(changed, numbers))) {
            return stop("frame " + (log.frames() + 1) + " holds " + positions.length / 3
                    + " atoms, in number, elements or order other than the " + atoms.size() + " before");
        }
        if (item.contains("\"cell\"")) {
            Cell stated = cell(item);
            if (stated == null) {
                return stop("a cell without volume");
            }
            cell = stated;
        }
        System.arraycopy(positions, 0, frame.fractional(), 0, positions.length);
        cell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            return stop("frame " + (log.frames() + 1) + ": " + fault);
        }
        if (NOT_PERIODIC.matcher(item).find()) {
            log.note("pbc says that the cell is not periodic; it is read as if it were");
        }
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        readInfo(item, frame);
        temperature.add(item);
        frame.setUnwrapped(false);
        log.frameRead();
        return true;
    }

    /** Step and time in {@code atoms.info}, under the keys that are written here. */
    private void readInfo(String item, Frame frame) {
        Matcher step = STEP.matcher(item);
        frame.setStepLabel(step.find() ? Long.parseLong(step.group(1)) : Frame.NO_LABEL);
        Matcher time = TIME_FS.matcher(item);
        if (time.find() && NumberTokens.leading(time.group(1)) == 1) {
            times.add(frame, NumberTokens.parse(time.group(1), 1)[0]);
        }
    }

    private boolean stop(String what) throws IOException {
        log.stopAtByte(items.size(), what);
        return false;
    }

    private @Nullable Cell cell(String item) throws IOException {
        double[] rows = items.array(item, "cell");
        Matcher inline = CELL.matcher(item);
        if (rows == null && inline.find()) {
            String text = (inline.group(1) + " " + inline.group(2) + " " + inline.group(3)).replace(',', ' ');
            rows = NumberTokens.leading(text) == 9 ? NumberTokens.parse(text, 9) : null;
        }
        try {
            return rows == null ? null : Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The time step and interval in the description of the dynamics, if the writer was given one. */
    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        Matcher timestep = TIMESTEP.matcher(firstItem);
        Matcher interval = INTERVAL.matcher(firstItem);
        if (!timestep.find() || !interval.find() || NumberTokens.leading(timestep.group(1)) < 1) {
            return times.intervalFs();
        }
        double stepFs = NumberTokens.parse(timestep.group(1), 1)[0] * ASE_TIME_FS;
        double intervalFs = stepFs * Integer.parseInt(interval.group(1));
        return intervalFs > 0
                ? Optional.of(new Sourced<>(
                        intervalFs, "timestep and interval in " + log.file().getFileName()))
                : Optional.empty();
    }

    @Override
    public OptionalDouble meanTemperatureK() {
        return temperature.meanK();
    }

    @Override
    public String temperatureSource() {
        return "the momenta";
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
        items.close();
    }
}
