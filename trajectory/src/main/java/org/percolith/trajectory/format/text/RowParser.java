package org.percolith.trajectory.format.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Parses rows of three numbers from a {@link ByteWindow}: any row as it comes, and rows that are printed like the first of
 * their block by {@link FixedColumns}.
 */
public final class RowParser {

    private static final int LOOK_AHEAD = 4096;

    /** No coordinate is so large, in cells, Å or bohr; a number that lost its decimal point is. */
    private static final double FARTHEST = 1e4;

    private static final String OPENING = "<v>";
    private static final String CLOSING = "</v>";

    private final ByteWindow window;
    private final DecimalParser number = new DecimalParser();
    private final int[] ends = new int[3];
    private @Nullable FixedColumns columns;

    /** Parses from where the window stands. */
    public RowParser(ByteWindow window) {
        this.window = window;
    }

    /**
     * Reads {@code rows} lines of three numbers each into {@code target[0 .. 3 * rows)}; whatever follows the third
     * number on a line (a symbol, flags) is passed over.
     *
     * @return the number of complete rows read; the window then stands at the first row that is not one
     */
    public int readRows(double[] target, int rows) throws IOException {
        int row = 0;
        while (row < rows) {
            boolean ample = window.ensure(LOOK_AHEAD);
            int alike = readAlikeRows(target, row, rows);
            row += alike;
            if (alike == 0) {
                if (!ample && !window.lineIsTerminated() && !lastRowIsWhole(row, rows)) {
                    return row;
                }
                if (!parseRow(target, 3 * row)) {
                    return row;
                }
                endRow(row == 0);
                row++;
            }
        }
        return rows;
    }

    /**
     * Reads lines {@code <v> x y z </v>} into {@code target[3 * row .. 3 * rows)}.
     *
     * @return {@code row} plus the number of lines read; the window then stands at the first one that is laid out otherwise
     */
    public int readVectorLines(double[] target, int row, int rows) throws IOException {
        int next = row;
        skipBlankRestOfLine();
        boolean vectors = true;
        while (next < rows && vectors) {
            window.ensure(LOOK_AHEAD);
            int alike = readAlikeRows(target, next, rows);
            next += alike;
            if (alike == 0) {
                vectors = readVectorLine(target, next, next == 0);
                next += vectors ? 1 : 0;
            }
        }
        return next;
    }

    /** Reads three numbers from here, on whatever line; false if there is something else. */
    public boolean readTriple(double[] target) throws IOException {
        window.ensure(LOOK_AHEAD);
        if (!parseRow(target, 0)) {
            return false;
        }
        window.moveTo(ends[2]);
        return true;
    }

    /** Reads rows from here while they are printed as the one whose columns were looked at. */
    private int readAlikeRows(double[] target, int row, int rows) {
        FixedColumns known = columns;
        if (known == null) {
            return 0;
        }
        int alike = known.parse(window.buffer(), window.position(), window.limit(), target, 3 * row, rows - row);
        window.moveBy(alike * known.stride(), alike);
        return alike;
    }

    private void skipBlankRestOfLine() throws IOException {
        window.ensure(LOOK_AHEAD);
        int at = afterBlanks(window.position());
        if (window.buffer()[at] == '\n') {
            window.moveToNextLine(at + 1);
        }
    }

    private boolean readVectorLine(double[] target, int row, boolean learnColumns) {
        byte[] text = window.buffer();
        int from = window.position();
        int open = afterBlanks(from);
        if (!holds(open, OPENING) || !parseAhead(open + OPENING.length(), target, 3 * row)) {
            return false;
        }
        int close = afterBlanks(ends[2]);
        int lineFeed = afterBlanks(close + CLOSING.length());
        if (!holds(close, CLOSING) || text[lineFeed] != '\n') {
            return false;
        }
        if (learnColumns) {
            columns = FixedColumns.of(text, from, ends, lineFeed + 1);
        }
        window.moveToNextLine(lineFeed + 1);
        return true;
    }

    private boolean holds(int at, String expected) {
        byte[] text = window.buffer();
        for (int k = 0; k < expected.length(); k++) {
            if (text[at + k] != expected.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Index of the first byte from {@code at} on that is no blank; a line feed is none. */
    private int afterBlanks(int at) {
        byte[] text = window.buffer();
        int next = at;
        while (text[next] == ' ' || text[next] == '\t' || text[next] == '\r') {
            next++;
        }
        return next;
    }

    /** A row that fails, or reaches the end of the window, may only be longer than the look-ahead. */
    private boolean parseRow(double[] target, int offset) throws IOException {
        if (parseAhead(window.position(), target, offset) && ends[2] < window.limit()) {
            return true;
        }
        window.lineEnd();
        return parseAhead(window.position(), target, offset);
    }

    private boolean parseAhead(int from, double[] target, int offset) {
        byte[] text = window.buffer();
        int at = from;
        for (int k = 0; k < 3; k++) {
            while (text[at] == ' ' || text[at] == '\t') {
                at++;
            }
            double value = number.parse(text, at);
            if (!(Math.abs(value) < FARTHEST) || !endsNumber(text[number.end()])) {
                return false;
            }
            target[offset + k] = value;
            at = number.end();
            ends[k] = at;
        }
        return true;
    }

    private void endRow(boolean learnColumns) throws IOException {
        byte[] text = window.buffer();
        int lineFeed = EightBytes.indexOf(text, ends[2], window.limit(), '\n');
        if (lineFeed == window.limit()) {
            window.moveTo(ends[2]);
            window.skipLine();
            return;
        }
        if (learnColumns) {
            columns = FixedColumns.of(text, window.position(), ends, lineFeed + 1);
        }
        window.moveToNextLine(lineFeed + 1);
    }

    /**
     * A last line without a line feed may have been cut inside its last number, which would still parse. It is taken as
     * whole only if it completes the frame with as many decimals as its own first number.
     */
    private boolean lastRowIsWhole(int row, int rows) throws IOException {
        if (row != rows - 1 || window.brokenStream() != null) {
            return false;
        }
        String[] tokens = window.peekLine().strip().split("\\s+");
        return tokens.length >= 3 && decimals(tokens[2]) == decimals(tokens[0]);
    }

    private static int decimals(String number) {
        return number.length() - number.indexOf('.');
    }

    private static boolean endsNumber(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t' || b == '-' || b == 0 || b == '<';
    }
}
