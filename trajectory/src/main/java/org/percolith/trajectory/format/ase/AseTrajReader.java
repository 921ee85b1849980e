package org.percolith.trajectory.format.ase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads ASE .traj: a table of offsets to items, each a JSON object whose arrays are references to raw data. Atomic numbers
 * stand in the first item unless they change.
 */
final class AseTrajReader implements TrajectoryReader {

    private static final int HEADER_BYTES = 48;
    private static final int ITEMS_AT = 32;
    private static final int LONGEST_ITEM = 1 << 26;
    private static final double ASE_TIME_FS = 10.180505671157;
    private static final String REAL = "[-+0-9.eE]+";
    private static final Pattern CELL =
            Pattern.compile("\"cell\":\\s*\\[\\s*\\[([^\\]]*)\\],\\s*\\[([^\\]]*)\\]," + "\\s*\\[([^\\]]*)\\]\\s*\\]");
    private static final Pattern TIMESTEP = Pattern.compile("\"timestep\":\\s*(" + REAL + ")");
    private static final Pattern INTERVAL = Pattern.compile("\"interval\":\\s*(\\d{1,9})\\b");

    private static final Pattern STEP = Pattern.compile("\"info\":\\s*\\{[^}]*\"step\":\\s*(\\d{1,18})\\b");
    private static final Pattern TIME_FS = Pattern.compile("\"info\":\\s*\\{[^}]*\"time_fs\":\\s*(" + REAL + ")");

    private final SeekableFile in;
    private final FrameTimes times;
    private final ReadingLog log;
    private final long items;
    private final long table;
    private final String firstItem;
    private final Atoms atoms;
    private Cell cell;

    AseTrajReader(SeekableFile in, Path file) throws IOException {
        this.in = in;
        log = new ReadingLog(file);
        times = new FrameTimes("time_fs in " + file.getFileName());
        ByteBuffer header = in.read(0, HEADER_BYTES);
        if (header == null) {
            throw new UnsupportedFormatException(file + " ends in its header: there is no frame in it");
        }
        items = header.getLong(ITEMS_AT);
        table = header.getLong(ITEMS_AT + Long.BYTES);
        String first = items < 1 ? null : item(0);
        if (first == null) {
            throw new UnsupportedFormatException(file + " was cut before its table of " + items
                    + " frames; without it no frame can be found. Export it anew");
        }
        firstItem = first;
        double[] numbers = array(first, "numbers");
        if (numbers == null || numbers.length == 0 || numbers.length > Atoms.MOST) {
            throw new UnsupportedFormatException(file + " states no atomic numbers in its first frame");
        }
        List<String> symbols = new ArrayList<>();
        for (double number : numbers) {
            symbols.add(ElementSymbols.ofAtomicNumber((int) number)
                    .orElseThrow(() -> new UnsupportedFormatException(file + ": no element has the number " + number)));
        }
        atoms = new Atoms(symbols);
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
        if (log.truncated() || log.frames() >= items) {
            return false;
        }
        String item = item(log.frames());
        double[] positions = item == null ? null : array(item, "positions");
        if (item == null || positions == null) {
            return stop("the file ends before the data of frame " + (log.frames() + 1) + " of " + items);
        }
        double[] numbers = array(item, "numbers");
        if (positions.length != frame.fractional().length || (numbers != null && numbers.length != atoms.size())) {
            return stop("a frame of " + positions.length / 3 + " atoms, " + atoms.size() + " before");
        }
        if (item.contains("\"cell\"")) {
            Cell stated = cell(item);
            if (stated == null) {
                return stop("a cell without volume");
            }
            cell = stated;
        }
        for (double x : positions) {
            if (!Double.isFinite(x)) {
                return stop("a coordinate that is no number");
            }
        }
        System.arraycopy(positions, 0, frame.fractional(), 0, positions.length);
        cell.toFractional(frame.fractional());
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        readInfo(item, frame);
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
        log.stopAtByte(in.size(), what);
        return false;
    }

    /** The JSON text of an item, or null if the file does not hold it. */
    private @Nullable String item(long index) throws IOException {
        if (index > Long.MAX_VALUE / 16) {
            return null;
        }
        ByteBuffer entry = in.read(table + Long.BYTES * index, Long.BYTES);
        long at = entry == null ? -1 : entry.getLong();
        ByteBuffer length = in.read(at, Long.BYTES);
        long bytes = length == null ? -1 : length.getLong();
        ByteBuffer text = bytes > LONGEST_ITEM ? null : in.read(at + Long.BYTES, bytes);
        return text == null ? null : StandardCharsets.UTF_8.decode(text).toString();
    }

    /** The array that an item refers to, or null if it has none of this name or the file does not hold its data. */
    private double @Nullable [] array(String item, String name) throws IOException {
        Matcher reference = Pattern.compile("\"" + name + "\\.\":\\s*\\{\\s*\"ndarray\":\\s*"
                        + "\\[\\s*\\[([0-9, ]*)\\],\\s*\"(\\w+)\",\\s*(\\d{1,18})\\s*\\]")
                .matcher(item);
        if (!reference.find()) {
            return null;
        }
        long count = 1;
        for (String length : reference.group(1).split(",")) {
            count *= Long.parseLong(length.strip().isEmpty() ? "1" : length.strip());
            if (count > 3L * Atoms.MOST) {
                return null;
            }
        }
        String type = reference.group(2);
        int width = type.endsWith("64") ? Long.BYTES : type.endsWith("32") ? Integer.BYTES : Byte.BYTES;
        ByteBuffer data = in.read(Long.parseLong(reference.group(3)), count * width);
        return data == null ? null : values(data, type, (int) count);
    }

    private static double @Nullable [] values(ByteBuffer data, String type, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            switch (type) {
                case "float64" -> values[k] = data.getDouble();
                case "float32" -> values[k] = data.getFloat();
                case "int64" -> values[k] = data.getLong();
                case "int32" -> values[k] = data.getInt();
                case "int8", "uint8" -> values[k] = data.get();
                default -> {
                    return null;
                }
            }
        }
        return values;
    }

    private @Nullable Cell cell(String item) throws IOException {
        double[] rows = array(item, "cell");
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
    public boolean truncated() {
        return log.truncated();
    }

    @Override
    public List<String> notices() {
        return log.notices();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
