package org.percolith.trajectory.format.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;

/** Text taken eight bytes at a time, each eight as one {@code long} with the first in the lowest byte. */
final class EightBytes {

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ASCII_ZEROS = 0x3030303030303030L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long BELOW_BLANK = 0x6060606060606060L;
    private static final long ABOVE_NINE = 0x4646464646464646L;

    /** The upper 26 bits of 1e-8; an integer below 1e8 has 27, a double 53. */
    private static final double UNIT_UPPER = Double.longBitsToDouble(Double.doubleToRawLongBits(1e-8) & (-1L << 27));

    private static final double UNIT_LOWER =
            new BigDecimal("1e-8").subtract(new BigDecimal(UNIT_UPPER)).doubleValue();

    private EightBytes() {}

    /** The bytes {@code text[from .. from + 8)}. */
    static long word(byte[] text, int from) {
        return (long) EIGHT_BYTES.get(text, from);
    }

    /** Zero if all eight bytes are digits. */
    static long strangers(long word) {
        return ((word + ABOVE_NINE) | (word - ASCII_ZEROS)) & HIGH_BITS;
    }

    /** Zero if all bytes of three words are digits. */
    static long strangers(long x, long y, long z) {
        return (x + ABOVE_NINE | x - ASCII_ZEROS | y + ABOVE_NINE | y - ASCII_ZEROS | z + ABOVE_NINE | z - ASCII_ZEROS)
                & HIGH_BITS;
    }

    /** The high bit of every byte that is an ASCII control character. */
    static long controls(long word) {
        return ~((word & ~HIGH_BITS) + BELOW_BLANK | word) & HIGH_BITS;
    }

    /** The high bit of every byte that is a line feed. */
    static long lineFeeds(long word) {
        return equal(word ^ (LOW_BITS * '\n'));
    }

    /** The high bit of every byte that is zero. */
    private static long equal(long different) {
        return ~(((different & ~HIGH_BITS) + ~HIGH_BITS) | different) & HIGH_BITS;
    }

    /** Value of eight ASCII digits: pairs, then fours, then all eight. */
    static long value(long digits) {
        long v = digits - ASCII_ZEROS;
        v = ((v * (1 + (10 << 8))) >>> 8) & 0x00FF00FF00FF00FFL;
        v = ((v * (1 + (100 << 16))) >>> 16) & 0x0000FFFF0000FFFFL;
        return (v * (1 + (10_000L << 32))) >>> 32;
    }

    /** Eight ASCII digits as the decimals of a number. */
    static double decimals(long digits) {
        return hundredMillionths(value(digits));
    }

    /**
     * An integer below 1e8 times 1e-8, to the bits of a division by 1e8 in less time. With the upper bits of 1e-8 the
     * product is exact; that with the rest is rounded far below the last bit of the sum.
     */
    static double hundredMillionths(long integer) {
        double value = integer;
        return value * UNIT_UPPER + value * UNIT_LOWER;
    }

    /** Index of the first {@code wanted} in {@code text[from .. to)}, or {@code to}. Seven bytes beyond must exist. */
    static int indexOf(byte[] text, int from, int to, char wanted) {
        long pattern = LOW_BITS * wanted;
        for (int at = from; at < to; at += Long.BYTES) {
            long different = word(text, at) ^ pattern;
            long equal = (different - LOW_BITS) & ~different & HIGH_BITS;
            if (equal != 0) {
                return Math.min(to, at + Long.numberOfTrailingZeros(equal) / Byte.SIZE);
            }
        }
        return to;
    }

    /** How many {@code wanted} there are in {@code text[from .. to)}. Seven bytes beyond must exist. */
    static int count(byte[] text, int from, int to, char wanted) {
        long pattern = LOW_BITS * wanted;
        int found = 0;
        for (int at = from; at < to; at += Long.BYTES) {
            long equal = equal(word(text, at) ^ pattern);
            int beyond = at + Long.BYTES - to;
            found += Long.bitCount(beyond <= 0 ? equal : equal & (-1L >>> (Byte.SIZE * beyond)));
        }
        return found;
    }
}
