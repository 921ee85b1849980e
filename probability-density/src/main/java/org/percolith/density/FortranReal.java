package org.percolith.density;

/**
 * Writes numbers as VASP's Fortran does with format (1X,E17.11): {@code " 0.12345678901E+02"}, 18 bytes, eleven
 * significant digits. A minus takes the place of the blank. Numbers below 1e-98 in size are written as zero.
 */
final class FortranReal {

    static final int WIDTH = 18;

    private static final int DIGITS = 11;
    private static final long SMALLEST_MANTISSA = 10_000_000_000L;
    private static final int EXPONENT_LIMIT = 99;
    private static final double SMALLEST = 1e-98;

    private final double[] powersOfTen = new double[EXPONENT_LIMIT + DIGITS + 2];

    FortranReal() {
        for (int k = 0; k < powersOfTen.length; k++) {
            powersOfTen[k] = Double.parseDouble("1e" + k);
        }
    }

    /** Writes {@link #WIDTH} bytes from {@code target[at]} on. */
    void write(double value, byte[] target, int at) {
        double size = Math.abs(value);
        target[at] = (byte) (value < 0 ? '-' : ' ');
        if (size < SMALLEST) {
            target[at] = ' ';
            put(0, 0, target, at);
            return;
        }
        if (!(size < powersOfTen[EXPONENT_LIMIT])) {
            throw new IllegalArgumentException("a grid file cannot hold " + value);
        }
        int exponent = (int) Math.floor(Math.log10(size)) + 1;
        long mantissa = mantissa(size, exponent);
        if (mantissa < SMALLEST_MANTISSA) {
            exponent--;
            mantissa = mantissa(size, exponent);
        }
        if (mantissa >= 10 * SMALLEST_MANTISSA) {
            exponent++;
            mantissa = mantissa(size, exponent);
        }
        put(mantissa, exponent, target, at);
    }

    /** Eleven digits m with size = 0.m x 10^exponent. Divides or multiplies, whichever power is exact for longer. */
    private long mantissa(double size, int exponent) {
        int shift = DIGITS - exponent;
        return Math.round(shift >= 0 ? size * powersOfTen[shift] : size / powersOfTen[-shift]);
    }

    private static void put(long mantissa, int exponent, byte[] target, int at) {
        target[at + 1] = '0';
        target[at + 2] = '.';
        long rest = mantissa;
        for (int k = DIGITS + 2; k > 2; k--) {
            target[at + k] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int size = Math.abs(exponent);
        target[at + 14] = 'E';
        target[at + 15] = (byte) (exponent < 0 ? '-' : '+');
        target[at + 16] = (byte) ('0' + size / 10);
        target[at + 17] = (byte) ('0' + size % 10);
    }
}
