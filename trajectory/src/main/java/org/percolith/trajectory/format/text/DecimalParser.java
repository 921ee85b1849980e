package org.percolith.trajectory.format.text;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.util.Arrays;

/**
 * Parses decimal numbers from bytes, eight digits at a time, without making a {@code String}.
 *
 * <pre>
 * number   = [sign] digits [ "." [digits] ] [ exponent ]  |  [sign] "." digits [ exponent ]
 * exponent = ("e" | "E" | "d" | "D") [sign] digits
 * </pre>
 *
 * A number ends at the first byte that cannot continue it, so Fortran's glued columns {@code 0.39-0.63-0.11} are three
 * numbers. Up to 15 significant digits and 22 decimals the result is one exact division and therefore correctly rounded;
 * everything else goes to FastDoubleParser. {@code ****}, NaN and Inf are not numbers. The array must be readable eight
 * bytes past the number.
 */
final class DecimalParser {

    private static final double[] POWER_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final long MAX_EXACT_MANTISSA = 1L << 53;
    private static final int MAX_MANTISSA_DIGITS = 18;

    private int end;

    /** Index of the first byte after the number that {@link #parse} found; -1 if it found none. */
    public int end() {
        return end;
    }

    /**
     * Parses the number that starts exactly at {@code from}.
     *
     * @return its value; NaN, with {@link #end()} at -1, where no number starts
     */
    public double parse(byte[] text, int from) {
        int at = from;
        byte first = text[at];
        boolean negative = first == '-';
        if (negative || first == '+') {
            at++;
        }
        int digitsFrom = at;
        long mantissa = 0;
        int digit;
        while ((digit = text[at] - '0') >= 0 && digit <= 9) {
            mantissa = 10 * mantissa + digit;
            at++;
        }
        int digits = at - digitsFrom;
        int decimals = 0;
        if (text[at] == '.') {
            int decimalsFrom = ++at;
            long eight = EightBytes.word(text, at);
            if (EightBytes.strangers(eight) == 0) {
                mantissa = mantissa * 100_000_000 + EightBytes.value(eight);
                at += 8;
            }
            while ((digit = text[at] - '0') >= 0 && digit <= 9) {
                mantissa = 10 * mantissa + digit;
                at++;
            }
            decimals = at - decimalsFrom;
            digits += decimals;
        }
        if (digits == 0) {
            end = -1;
            return Double.NaN;
        }
        if (isExponentMark(text[at])) {
            return parseGeneral(text, from, at);
        }
        end = at;
        if (digits > MAX_MANTISSA_DIGITS || mantissa > MAX_EXACT_MANTISSA || decimals >= POWER_OF_TEN.length) {
            return JavaDoubleParser.parseDouble(text, from, at - from);
        }
        double value = mantissa / POWER_OF_TEN[decimals];
        return negative ? -value : value;
    }

    private double parseGeneral(byte[] text, int from, int mark) {
        int at = mark + 1;
        if (text[at] == '-' || text[at] == '+') {
            at++;
        }
        int exponentFrom = at;
        while (text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == exponentFrom) {
            end = mark;
            return JavaDoubleParser.parseDouble(text, from, mark - from);
        }
        end = at;
        byte[] copy = Arrays.copyOfRange(text, from, at);
        copy[mark - from] = 'e';
        return JavaDoubleParser.parseDouble(copy);
    }

    private static boolean isExponentMark(byte b) {
        return b == 'e' || b == 'E' || b == 'd' || b == 'D';
    }
}
