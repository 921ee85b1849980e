package org.percolith.trajectory.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/**
 * Reads VASP XDATCAR: fixed cell, variable cell (header before every frame), concatenated files, and the layout of
 * VASP 5.2 with a blank line between frames. Positions are fractional and may be wrapped.
 */
final class XdatcarReader implements TrajectoryReader {

    private final Path file;
    private final ByteWindow window;
    private final RowParser rows;
    private final Atoms atoms;
    private final List<String> notices = new ArrayList<>();
    private Cell cell;
    private long frames;
    private boolean truncated;

    XdatcarReader(ByteWindow window, Path file) throws IOException {
        this.window = window;
        this.file = file;
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
    }

    /** A reader behind a header that was read elsewhere, which left these notices. */
    XdatcarReader(ByteWindow window, Path file, XdatcarHeader header, List<String> headerNotices) {
        this.window = window;
        this.file = file;
        rows = new RowParser(window);
        atoms = header.atoms();
        cell = header.cell();
        notices.addAll(headerNotices);
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (truncated || !readFrameHeading(frame)) {
            return false;
        }
        long firstRow = window.line();
        int complete = rows.readRows(frame.fractional(), atoms.size());
        if (complete < atoms.size()) {
            reportIncompleteFrame(firstRow, complete);
            return false;
        }
        frames++;
        frame.setCell(cell);
        frame.setUnwrapped(false);
        return true;
    }

    /** Reads blank lines, repeated headers and the configuration line; false at the end of the text. */
    private boolean readFrameHeading(Frame frame) throws IOException {
        boolean afterBlankLine = false;
        while (!window.atEnd()) {
            String line = window.peekLine().strip();
            frame.setLine(window.line());
            if (line.isEmpty()) {
                afterBlankLine = true;
                window.skipLine();
            } else if (isConfigurationLine(line)) {
                if (!window.lineIsTerminated()) {
                    break;
                }
                window.skipLine();
                frame.setStepLabel(label(line));
                return true;
            } else if (afterBlankLine && NumberTokens.leading(line) >= 3) {
                frame.setStepLabel(Frame.NO_LABEL);
                return true;
            } else if (NumberTokens.leading(line) >= 3) {
                reportSurplusRow(line);
                return false;
            } else if (!readRepeatedHeader(afterBlankLine && NumberTokens.leading(line) == 1 ? "" : null)) {
                return false;
            } else {
                afterBlankLine = false;
            }
        }
        if (window.brokenStream() != null) {
            reportIncompleteFrame(window.line(), 0);
        }
        return false;
    }

    private boolean readRepeatedHeader(@Nullable String blankTitle) throws IOException {
        long line = window.line();
        String title = blankTitle != null ? blankTitle : window.readLine();
        XdatcarHeader header;
        try {
            header = XdatcarHeader.readAfterTitle(window, file, title);
        } catch (MalformedTrajectoryException e) {
            truncated = true;
            notices.add("reading stopped after frame " + frames + ": " + e.getMessage());
            return false;
        }
        if (header == null) {
            reportIncompleteFrame(line, 0);
            return false;
        }
        if (!header.atoms().equals(atoms)) {
            throw new MalformedTrajectoryException(
                    file,
                    line,
                    "a header with " + header.atoms().formula(),
                    atoms.formula() + " as in the first header; two different systems were joined here");
        }
        cell = header.cell();
        return true;
    }

    private void reportIncompleteFrame(long line, int complete) throws IOException {
        truncated = true;
        String frame = "frame " + (frames + 1);
        if (window.brokenStream() != null) {
            notices.add(file + ", line " + window.line() + ": " + window.brokenStream() + " in " + frame + " after "
                    + complete + " of " + atoms.size() + " atoms; the " + frames + " complete frames are used");
        } else if (window.atEnd() || !window.lineIsTerminated()) {
            notices.add(file + ": the text ends in " + frame + " (line " + line + ") after " + complete + " of "
                    + atoms.size() + " atoms; the " + frames + " complete frames are used");
        } else {
            notices.add(file + ", line " + window.line() + ": expected three coordinates, found '"
                    + abbreviated(window.peekLine().strip()) + "' in " + frame + "; the " + frames
                    + " complete frames before it are used, nothing after it");
        }
    }

    private void reportSurplusRow(String row) {
        truncated = true;
        notices.add(file + ", line " + window.line() + ": expected the next configuration or a header, found '"
                + abbreviated(row) + "', a row more than the " + atoms.size() + " atoms of the header; the " + frames
                + " frames before it are used, nothing after it");
    }

    private static boolean isConfigurationLine(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith("direct");
    }

    private static long label(String configurationLine) {
        String digits =
                configurationLine.substring(configurationLine.indexOf('=') + 1).strip();
        return configurationLine.indexOf('=') >= 0 && digits.matches("\\d{1,18}")
                ? Long.parseLong(digits)
                : Frame.NO_LABEL;
    }

    private static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
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
        return truncated;
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
