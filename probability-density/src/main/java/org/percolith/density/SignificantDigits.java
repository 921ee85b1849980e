package org.percolith.density;

import java.util.Locale;

/**
 * A positive number or zero with eight significant digits, the very text of {@code String.format("%.8g")}, some ten times
 * faster where it takes no exponent: tables of hundreds of thousands of densities are made of such.
 */
final class SignificantDigits {

    private static final int DIGITS = 8;
    private static final String ZERO = "0.0000000";

    private SignificantDigits() {}

    static String eight(double value) {
        if (value == 0) {
            return ZERO;
        }
        return value >= 1e-3 && value < 9_999_999
                ? plain(Double.toString(value))
                : String.format(Locale.ROOT, "%.8g", value);
    }

    /** The shortest digits that tell the number from its neighbours, rounded half up as the formatter does. */
    private static String plain(String shortest) {
        int point = shortest.indexOf('.');
        int first = 0;
        while (shortest.charAt(first) == '0' || shortest.charAt(first) == '.') {
            first++;
        }
        int decimals = first < point ? DIGITS - point + first : DIGITS + first - point - 1;
        int end = point + 1 + decimals;
        StringBuilder text = new StringBuilder(shortest);
        while (text.length() < end) {
            text.append('0');
        }
        boolean up = text.length() > end && text.charAt(end) >= '5';
        text.setLength(end);
        return up ? roundedUp(text, point) : text.toString();
    }

    private static String roundedUp(StringBuilder text, int point) {
        int at = text.length() - 1;
        while (at >= 0 && (at == point || text.charAt(at) == '9')) {
            if (at != point) {
                text.setCharAt(at, '0');
            }
            at--;
        }
        if (at >= 0) {
            text.setCharAt(at, (char) (text.charAt(at) + 1));
        } else {
            text.insert(0, '1');
        }
        return oneDigitLess(text);
    }

    /** 9.9999999|6 became 10.0000000: a digit more before the point is one less behind it. */
    private static String oneDigitLess(StringBuilder text) {
        int first = 0;
        while (text.charAt(first) == '0' || text.charAt(first) == '.') {
            first++;
        }
        int significant = text.length() - first - (first < text.indexOf(".") ? 1 : 0);
        text.setLength(text.length() - Math.max(0, significant - DIGITS));
        return text.toString();
    }
}
