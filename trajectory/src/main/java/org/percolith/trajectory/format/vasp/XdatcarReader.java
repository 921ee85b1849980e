package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;

/**
 * Reads VASP XDATCAR: fixed cell, variable cell (header before every frame), concatenated files, and the layout of
 * VASP 5.2 with a blank line between frames. Positions are fractional and may be wrapped.
 */
final class XdatcarReader implements TrajectoryReader {

    private static final String CONFIGURATION = "direct";
    private static final byte[] PLAIN_HEADING = "Direct configuration=".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_PLAIN_HEADING = 64;
    private static final int LONGEST_LABEL = 18;

    /** Bytes of the shortest row, and of those that are looked for before a frame of very many atoms is promised. */
    private static final int SHORTEST_ROW = 6;

    private static final int ROWS_AHEAD = 1 << 20;

    /** What a POSCAR has in the place of a configuration line: VASP looks at the first letter only, people write these. */
    private static final Pattern STRUCTURE_MODE = Pattern.compile("(?i)(cart|selective)[a-z ]*");

    private final ByteWindow window;
    private final RowParser rows;
    private final ReadingLog log;
    private final Atoms atoms;
    private Cell cell;
    private int headers;
    private long headingOffset;
    private boolean headed;

    XdatcarReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        log = new ReadingLog(file);
        rows = new RowParser(window);
        if (window.atEnd()) {
            throw new UnsupportedFormatException(file + " is empty");
        }
        XdatcarHeader header = XdatcarHeader.readAfterTitle(window, file, window.readLine());
        if (header == null) {
            throw new UnsupportedFormatException(
                    file + " ends inside the XDATCAR header, at line " + window.line() + ": there is no frame in it");
        }
        atoms = header.atoms();
        cell = header.cell();
        boolean many = atoms.size() > ROWS_AHEAD / SHORTEST_ROW;
        if (many && !window.ensure(ROWS_AHEAD)) {
            throw new UnsupportedFormatException(file + ": the header counts " + atoms.size()
                    + " atoms, and the text ends before the rows of so many: there is no frame in it");
        }
    }

    /** Reads on from the end of a frame; {@code cell} holds until the next header. */
    XdatcarReader(ByteWindow window, ReadingLog log, Atoms atoms, Cell cell) {
        this.window = window;
        this.log = log;
        this.atoms = atoms;
        this.cell = cell;
        rows = new RowParser(window);
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    /** The cell of the last header. */
    Cell cell() {
        return cell;
    }

    /** Headers met since the reader was made, the one it was made from not among them. */
    int headers() {
        return headers;
    }

    /** Offset in the text at which the heading of the last frame starts. */
    long headingOffset() {
        return headingOffset;
    }

    /** Where the reader stands in the text. */
    ByteWindow window() {
        return window;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated() || !(readPlainHeading(frame) || readFrameHeading(frame))) {
            return false;
        }
        int complete = rows.readRows(frame.fractional(), atoms.size());
        if (complete < atoms.size()) {
            reportIncompleteFrame(complete);
            return false;
        }
        if (log.frames() == 0 && headed && frame.stepLabel() == Frame.NO_LABEL) {
            DensityGrid.refuse(window, log.file());
        }
        log.frameRead();
        frame.setCell(cell);
        frame.setUnwrapped(false);
        return true;
    }

    /** Reads the configuration line as VASP writes it; false, without moving, if there is anything else. */
    private boolean readPlainHeading(Frame frame) throws IOException {
        if (!window.ensure(LONGEST_PLAIN_HEADING)) {
            return false;
        }
        byte[] text = window.buffer();
        int start = window.position();
        int at = start + PLAIN_HEADING.length;
        if (!Arrays.equals(text, start, at, PLAIN_HEADING, 0, PLAIN_HEADING.length)) {
            return false;
        }
        while (text[at] == ' ') {
            at++;
        }
        int digits = at;
        long label = 0;
        while (text[at] >= '0' && text[at] <= '9') {
            label = 10 * label + text[at] - '0';
            at++;
        }
        if (text[at] != '\n' || at == digits || at - digits > LONGEST_LABEL) {
            return false;
        }
        beginFrame(frame);
        endHeading(frame, label);
        return true;
    }

    private void beginFrame(Frame frame) {
        frame.setLine(window.line());
        headingOffset = window.offset();
    }

    private void endHeading(Frame frame, long label) throws IOException {
        window.skipLine();
        headed = true;
        frame.setStepLabel(label);
    }

    /** Reads blank lines, repeated headers and the configuration line; false at the end of the text. */
    private boolean readFrameHeading(Frame frame) throws IOException {
        boolean afterBlankLine = false;
        while (!window.atEnd()) {
            String line = window.peekLine().strip();
            beginFrame(frame);
            if (line.isEmpty()) {
                afterBlankLine = true;
                window.skipLine();
            } else if (isConfigurationLine(line)) {
                if (!window.lineIsTerminated()) {
                    reportIncompleteFrame(0);
                    return false;
                }
                endHeading(frame, label(line));
                return true;
            } else if (afterBlankLine && headed && NumberTokens.leading(line) >= 3) {
                reportRowsBehindStructure();
                return false;
            } else if (afterBlankLine && NumberTokens.leading(line) >= 3) {
                frame.setStepLabel(Frame.NO_LABEL);
                return true;
            } else if (NumberTokens.leading(line) >= 3) {
                reportSurplusRow(line);
                return false;
            } else if (log.frames() == 0 && STRUCTURE_MODE.matcher(line).matches()) {
                throw new UnsupportedFormatException(log.file() + ", line " + window.line() + ": '" + line
                        + "' makes this a POSCAR or CONTCAR, which holds one structure and no trajectory. Give the file"
                        + " that holds the positions of every step; this one may serve as --lattice");
            } else if (!readRepeatedHeader(afterBlankLine && NumberTokens.leading(line) == 1 ? "" : null)) {
                return false;
            } else {
                afterBlankLine = false;
            }
        }
        if (window.brokenStream() != null) {
            reportIncompleteFrame(0);
        }
        return false;
    }

    private boolean readRepeatedHeader(@Nullable String blankTitle) throws IOException {
        long line = window.line();
        String title = blankTitle != null ? blankTitle : window.readLine();
        XdatcarHeader header;
        try {
            header = XdatcarHeader.readAfterTitle(window, log.file(), title);
        } catch (MalformedTrajectoryException e) {
            log.stop(window, line, "no header and no configuration (" + e.getMessage() + ")");
            return false;
        }
        if (header == null) {
            reportIncompleteFrame(0);
            return false;
        }
        if (!header.atoms().equals(atoms)) {
            log.stop(
                    window,
                    line,
                    "a header with " + header.atoms().formula() + ", " + atoms.formula()
                            + " before: two different systems were joined here");
            return false;
        }
        cell = header.cell();
        headers++;
        headed = false;
        return true;
    }

    private void reportIncompleteFrame(int complete) throws IOException {
        String frame = "frame " + (log.frames() + 1);
        String what = window.atEnd() || !window.lineIsTerminated()
                ? "the text ends in " + frame + " after " + complete + " of " + atoms.size() + " atoms"
                : "expected three coordinates, found '" + abbreviated(window.peekLine()) + "' in " + frame;
        log.stop(window, window.line(), what);
    }

    /** The CONTCAR of a molecular dynamics run: its velocities are three numbers an atom as well, and no frame. */
    private void reportRowsBehindStructure() {
        log.stop(
                window,
                window.line(),
                "rows after a blank line, in a text whose configurations have headings, are no configuration; the"
                        + " CONTCAR of a run holds its velocities there");
    }

    private void reportSurplusRow(String row) {
        log.stop(
                window,
                window.line(),
                "expected the next configuration or a header, found '" + abbreviated(row) + "', a row more than the "
                        + atoms.size() + " atoms of the header");
    }

    /** True if the window stands at the start of a configuration line. */
    static boolean isAtConfigurationLine(ByteWindow window) throws IOException {
        int end = window.lineEnd();
        byte[] text = window.buffer();
        int at = window.position();
        while (at < end && text[at] <= ' ' && text[at] >= 0) {
            at++;
        }
        return at < end
                && (text[at] | 0x20) == CONFIGURATION.charAt(0)
                && isConfigurationLine(window.peekLine().strip());
    }

    private static boolean isConfigurationLine(String line) {
        return line.regionMatches(true, 0, CONFIGURATION, 0, CONFIGURATION.length());
    }

    /** The digits behind the equals sign; an overflown {@code ******} or anything else is no label. */
    private static long label(String configurationLine) {
        int equals = configurationLine.indexOf('=');
        String digits = configurationLine.substring(equals + 1).strip();
        boolean number = equals >= 0 && !digits.isEmpty() && digits.length() <= LONGEST_LABEL;
        for (int k = 0; k < digits.length() && number; k++) {
            number = digits.charAt(k) >= '0' && digits.charAt(k) <= '9';
        }
        return number ? Long.parseLong(digits) : Frame.NO_LABEL;
    }

    private static String abbreviated(String text) {
        String stripped = text.strip();
        return stripped.length() <= 60 ? stripped : stripped.substring(0, 60) + "...";
    }

    @Override
    public int stepsPerFrame(MdSettings runSettings) {
        return runSettings.stepsPerXdatcarFrame();
    }

    @Override
    public Program program() {
        return Program.VASP;
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
