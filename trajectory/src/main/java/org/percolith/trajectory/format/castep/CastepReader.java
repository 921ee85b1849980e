package org.percolith.trajectory.format.castep;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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
import org.percolith.trajectory.format.reading.MeanTemperature;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.TokenLine;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/**
 * Reads CASTEP .md in Hartree atomic units: blocks of a time, then lines that a tag at their end tells apart, of which
 * {@code T} (temperature), {@code h} (cell rows) and {@code R} (positions) are used. A block ends at a blank line.
 */
final class CastepReader implements TrajectoryReader {

    private static final String TAG = "<--";

    private final ByteWindow window;
    private final TokenLine row;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Atoms atoms;
    private final List<byte[]> labels = new ArrayList<>();
    private final DoubleArrayList positions = new DoubleArrayList();
    private final DoubleArrayList cellRows = new DoubleArrayList(9);
    private boolean firstIsPending;
    private boolean blockIsClosed;
    private final StepsByTime steps = new StepsByTime();
    private double timeFs;
    private long blockLine = 1;
    private @Nullable Cell cell;
    private final MeanTemperature temperature = new MeanTemperature();

    CastepReader(ByteWindow window, Path file, StructureHints hints) throws IOException {
        this.window = window;
        row = new TokenLine(window);
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        Structure structure = hints.structure();
        cell = structure == null ? null : structure.cell();
        skipHeader();
        firstIsPending = readBlock();
        if (!firstIsPending || !blockIsClosed || positions.isEmpty()) {
            throw new UnsupportedFormatException(
                    file + " holds no complete frame. " + String.join("; ", log.notices()));
        }
        atoms = new Atoms(labels.stream()
                .map(label -> ElementSymbols.ofLabel(new String(label, StandardCharsets.ISO_8859_1)))
                .toList());
    }

    /** To behind {@code END header}; where that was left out, to the first time or tagged line. */
    private void skipHeader() throws IOException {
        boolean begun = false;
        boolean inHeader = true;
        while (inHeader && !window.atEnd()) {
            String line = window.peekLine().strip();
            begun |= line.startsWith("BEGIN header");
            inHeader = begun || (tag().isEmpty() && NumberTokens.leading(line) != 1);
            begun &= !line.startsWith("END header");
            if (inHeader) {
                window.skipLine();
            }
        }
    }

    /** Another file may follow in this one, with its header. */
    private void skipBlanksAndHeader() throws IOException {
        boolean skips = true;
        while (skips && !window.atEnd()) {
            String line = window.peekLine();
            if (line.strip().startsWith("BEGIN header")) {
                skipHeader();
            } else if (line.isBlank()) {
                window.skipLine();
            } else {
                skips = false;
            }
        }
    }

    /** Reads the next block into the fields; false at the end of the text, or where the block is damaged. */
    private boolean readBlock() throws IOException {
        skipBlanksAndHeader();
        positions.clear();
        cellRows.clear();
        blockIsClosed = false;
        blockLine = window.line();
        if (window.atEnd()) {
            return window.brokenStream() != null && stop("the text breaks off");
        }
        if (tag().equals("c")) {
            throw new UnsupportedFormatException(
                    log.file() + " is a geometry optimisation: it has no time axis, and its steps no diffusivity");
        }
        String heading = window.readLine();
        if (NumberTokens.leading(heading) != 1 || heading.contains(TAG)) {
            return stop("expected the time of the next frame, found '" + heading.strip() + "'");
        }
        timeFs = PhysicalConstants.HARTREE_TIME_FS * NumberTokens.parse(heading, 1)[0];
        while (!window.atEnd() && !window.peekLine().isBlank()) {
            boolean isRead = readTagged(tag());
            if (!isRead && !window.lineIsTerminated()) {
                break;
            }
            if (!isRead) {
                return stop("found '" + window.peekLine().strip() + "' in frame " + (log.frames() + 1));
            }
            window.skipLine();
        }
        blockIsClosed |= !window.atEnd() && window.lineIsTerminated();
        return readCell();
    }

    private boolean readTagged(String tag) throws IOException {
        return switch (tag) {
            case "" -> false;
            case "R" -> readPosition();
            case "T" -> addTemperature();
            case "h" -> addCellRow();
            case "c" ->
                throw new UnsupportedFormatException(
                        log.file() + " is a geometry optimisation: it has no time axis, and its steps no diffusivity");
            default -> {
                blockIsClosed |= !positions.isEmpty();
                yield true;
            }
        };
    }

    /** {@code element, index within the element, x, y, z}, bohr. */
    private boolean readPosition() throws IOException {
        int atom = positions.size() / 3;
        if (!row.split(5)) {
            return false;
        }
        if (!firstIsRead() && atom < Atoms.MOST) {
            labels.add(row.text(0).getBytes(StandardCharsets.ISO_8859_1));
        } else if (atom >= labels.size() || !row.holds(0, labels.get(atom))) {
            return false;
        }
        for (int column = 2; column < 5; column++) {
            double value = PhysicalConstants.BOHR_A * row.number(column);
            if (!Double.isFinite(value)) {
                return false;
            }
            positions.add(value);
        }
        return true;
    }

    private boolean firstIsRead() {
        return log.frames() > 0 || firstIsPending;
    }

    private boolean addTemperature() throws IOException {
        temperature.add(row.split(1) ? PhysicalConstants.HARTREE_K * row.number(0) : Double.NaN);
        return true;
    }

    private boolean addCellRow() throws IOException {
        if (!row.split(3)) {
            return false;
        }
        for (int column = 0; column < 3; column++) {
            cellRows.add(PhysicalConstants.BOHR_A * row.number(column));
        }
        return cellRows.size() <= 9;
    }

    /** The cell of this block; one that states none has that of the block before. */
    private boolean readCell() {
        try {
            cell = cellRows.isEmpty() ? cell : Cell.ofRows(cellRows.toDoubleArray());
        } catch (IllegalArgumentException e) {
            return stop(String.valueOf(e.getMessage()));
        }
        return cell != null || stop("a frame without a cell; give a structure file with --lattice");
    }

    /** The word after {@code <--} at the end of the line; empty if the line has no tag. */
    private String tag() throws IOException {
        byte[] text = window.buffer();
        int first = window.position();
        int end = window.lineEnd();
        while (end > first && text[end - 1] <= ' ') {
            end--;
        }
        int start = end;
        while (start > first && text[start - 1] > ' ') {
            start--;
        }
        int arrow = start;
        while (arrow > first && text[arrow - 1] == ' ') {
            arrow--;
        }
        boolean tagged = arrow - first >= TAG.length() && text[arrow - 1] == '-' && text[arrow - TAG.length()] == '<';
        return tagged ? new String(text, start, end - start, StandardCharsets.ISO_8859_1) : "";
    }

    private boolean stop(String what) {
        log.stop(window, window.line(), what);
        return false;
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated() || (!firstIsPending && !readBlock())) {
            return false;
        }
        firstIsPending = false;
        Cell blockCell = cell;
        if (blockCell == null || positions.size() != 3 * atoms.size()) {
            return stop("positions of " + positions.size() / 3 + " of " + atoms.size() + " atoms in frame "
                    + (log.frames() + 1));
        }
        positions.getElements(0, frame.fractional(), 0, positions.size());
        blockCell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stop(window, blockLine, fault);
            return false;
        }
        frame.setCell(blockCell);
        frame.setLine(blockLine);
        OptionalLong label = steps.label(timeFs);
        if (label.isEmpty()) {
            log.stop(
                    window,
                    blockLine,
                    String.format(
                            Locale.ROOT,
                            "a time of %.3f fs, which no whole number of the steps between the frames before leads to. Give the"
                                    + " rest as a file of its own",
                            timeFs));
            return false;
        }
        frame.setStepLabel(label.getAsLong());
        frame.setUnwrapped(false);
        times.add(frame, timeFs);
        log.frameRead();
        return true;
    }

    /** They count intervals between frames, so that a gap is one here as well. */
    @Override
    public boolean labelsCountSteps() {
        return true;
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
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
