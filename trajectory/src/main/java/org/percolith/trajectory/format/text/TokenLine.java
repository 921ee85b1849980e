package org.percolith.trajectory.format.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The columns of the current line of a {@link ByteWindow}, separated by blanks. */
public final class TokenLine {

    private final ByteWindow window;
    private final DecimalParser number = new DecimalParser();
    private int[] start = new int[0];

    /** Splits the line that the window stands in. */
    public TokenLine(ByteWindow window) {
        this.window = window;
    }

    /** Finds the first {@code count} columns of the current line; false if it has fewer. */
    public boolean split(int count) throws IOException {
        int end = window.lineEnd();
        byte[] text = window.buffer();
        if (start.length < count) {
            start = new int[count];
        }
        int at = window.position();
        for (int column = 0; column < count; column++) {
            while (at < end && text[at] <= ' ' && text[at] >= 0) {
                at++;
            }
            if (at >= end) {
                return false;
            }
            start[column] = at;
            while (at < end && (text[at] > ' ' || text[at] < 0)) {
                at++;
            }
        }
        return true;
    }

    /** The number that fills a column; NaN if the column holds anything else. */
    public double number(int column) {
        double value = number.parse(window.buffer(), start[column]);
        return number.end() >= 0 && isBlank(window.buffer()[number.end()]) ? value : Double.NaN;
    }

    /** A column as it is written. */
    public String text(int column) {
        int end = end(column);
        return new String(window.buffer(), start[column], end - start[column], StandardCharsets.ISO_8859_1);
    }

    /** True if a column holds exactly these bytes. */
    public boolean holds(int column, byte[] expected) {
        byte[] text = window.buffer();
        for (int k = 0; k < expected.length; k++) {
            if (text[start[column] + k] != expected[k]) {
                return false;
            }
        }
        return isBlank(text[start[column] + expected.length]);
    }

    /** Bytes from the decimal point of a column to its end, 0 without a point; a cut number has fewer. */
    public int width(int column) {
        String text = text(column);
        int point = text.indexOf('.');
        return point < 0 ? 0 : text.length() - point;
    }

    private int end(int column) {
        int end = start[column];
        while (!isBlank(window.buffer()[end])) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
