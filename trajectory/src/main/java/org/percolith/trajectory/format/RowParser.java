package org.percolith.trajectory.format;

import java.io.IOException;

/** Parses rows of three numbers from a {@link ByteWindow}. */
final class RowParser {

    private static final int LOOK_AHEAD = 4096;

    private final ByteWindow window;
    private final DecimalParser number = new DecimalParser();
    private int rowEnd;

    RowParser(ByteWindow window) {
        this.window = window;
    }

    /**
     * Reads {@code rows} lines of three numbers each into {@code target[0 .. 3 * rows)}; whatever follows the third
     * number on a line (a symbol, flags) is passed over.
     *
     * @return the number of complete rows read; the window then stands at the first row that is not one
     */
    int readRows(double[] target, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            if (!window.ensure(LOOK_AHEAD) && !window.lineIsTerminated() && !lastRowIsWhole(row, rows)) {
                return row;
            }
            if (!parseRow(target, 3 * row)) {
                return row;
            }
            advance();
        }
        return rows;
    }

    /** Reads three numbers from here, on whatever line; false if there is something else. */
    boolean readTriple(double[] target) throws IOException {
        window.ensure(LOOK_AHEAD);
        if (!parseRow(target, 0)) {
            return false;
        }
        window.moveTo(rowEnd);
        return true;
    }

    /** A row that fails, or reaches the end of the window, may only be longer than the look-ahead. */
    private boolean parseRow(double[] target, int offset) throws IOException {
        if (parseAhead(target, offset) && rowEnd < window.limit()) {
            return true;
        }
        window.lineEnd();
        return parseAhead(target, offset);
    }

    private boolean parseAhead(double[] target, int offset) {
        byte[] text = window.buffer();
        int at = window.position();
        for (int k = 0; k < 3; k++) {
            while (text[at] == ' ' || text[at] == '\t') {
                at++;
            }
            double value = number.parse(text, at);
            if (!Double.isFinite(value) || !endsNumber(text[number.end()])) {
                return false;
            }
            target[offset + k] = value;
            at = number.end();
        }
        rowEnd = at;
        return true;
    }

    private void advance() throws IOException {
        byte[] text = window.buffer();
        int at = rowEnd;
        while (at < window.limit() && text[at] != '\n') {
            at++;
        }
        if (at < window.limit()) {
            window.moveToNextLine(at + 1);
        } else {
            window.moveTo(rowEnd);
            window.skipLine();
        }
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
