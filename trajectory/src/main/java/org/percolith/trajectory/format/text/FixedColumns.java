package org.percolith.trajectory.format.text;

import static org.percolith.trajectory.format.text.EightBytes.decimals;
import static org.percolith.trajectory.format.text.EightBytes.strangers;
import static org.percolith.trajectory.format.text.EightBytes.word;

import org.jspecify.annotations.Nullable;

/**
 * Rows that are all printed as one of them is, three numbers of eight decimals: {@code 3F12.8} of XDATCAR, {@code <v>
 * 3(1X,F16.8) </v>} of vasprun.xml. A row is compared with that one by words of eight bytes.
 *
 * <p>Taken are rows whose numbers have the integer part 0, signed or not, in the same columns, and whose bytes before and
 * after the numbers are the same. Every other row is left to the general parser, which would read the rows that are taken
 * here to the same bits.
 *
 * <pre>
 *   lead                gap 0 up to the point
 *   |     gap 0         |     gap 1       gap 2       tail
 *   &lt;v>   .......0.12345678......-0.12345678.......0.12345678 &lt;/v>\n
 * </pre>
 */
final class FixedColumns {

    private static final int WORD = Long.BYTES;
    private static final int DECIMALS = 8;
    private static final long BLANKS = 0x2020202020202020L;
    private static final long BLANK_ZERO_POINT = 0x2E30202020202020L;
    private static final long MINUS_FOR_BLANK = (long) (' ' ^ '-') << 40;

    private final int stride;
    private final int firstPoint;
    private final int secondPoint;
    private final int thirdPoint;
    private final long lead;
    private final long leadMask;
    private final long firstGapMask;
    private final long secondGapMask;
    private final long thirdGapMask;
    private final boolean wide;
    private final long secondBlanksMask;
    private final long thirdBlanksMask;
    private final long tail;
    private final long tailMask;
    private final boolean narrow;

    private FixedColumns(byte[] text, int from, int[] point, int stride) {
        this.stride = stride;
        firstPoint = point[0];
        secondPoint = point[1];
        thirdPoint = point[2];
        leadMask = lowBytes(firstPoint + 1 - WORD);
        lead = word(text, from) & leadMask;
        firstGapMask = highBytes(firstPoint + 1);
        int secondGap = secondPoint - firstPoint - DECIMALS;
        int thirdGap = thirdPoint - secondPoint - DECIMALS;
        secondGapMask = highBytes(secondGap);
        thirdGapMask = highBytes(thirdGap);
        secondBlanksMask = lowBytes(secondGap - WORD);
        thirdBlanksMask = lowBytes(thirdGap - WORD);
        wide = (leadMask | secondBlanksMask | thirdBlanksMask) != 0;
        tailMask = lowBytes(stride - thirdPoint - 1 - DECIMALS);
        tail = word(text, from + thirdPoint + 1 + DECIMALS) & tailMask;
        narrow = NarrowRows.areLike(point, stride);
    }

    /**
     * The columns of a row that the general parser has read.
     *
     * @param from index of the first byte of its line
     * @param ends index of the first byte after each number
     * @param nextLine index of the byte after its line feed
     * @return null if it is not printed with eight decimals, or with more around the numbers than words hold
     */
    static @Nullable FixedColumns of(byte[] text, int from, int[] ends, int nextLine) {
        int[] point = new int[3];
        int before = from;
        for (int k = 0; k < 3; k++) {
            int at = ends[k] - DECIMALS - 1;
            int gap = at + 1 - before;
            if (gap < (k == 0 ? 2 : 3) || gap > 2 * WORD || text[at] != '.' || strangers(word(text, at + 1)) != 0) {
                return null;
            }
            point[k] = at - from;
            before = ends[k];
        }
        return nextLine - before > WORD ? null : new FixedColumns(text, from, point, nextLine - from);
    }

    /** Bytes of a row with its line end. */
    int stride() {
        return stride;
    }

    /**
     * Parses rows while they are printed alike.
     *
     * @param from index of the first byte of the first row
     * @param limit end of the text in {@code text}, which is readable a word further
     * @param target receives the rows from {@code target[offset]}
     * @return the number of rows parsed, at most {@code rows}
     */
    int parse(byte[] text, int from, int limit, double[] target, int offset, int rows) {
        int most = Math.min(rows, (limit - from) / stride);
        if (from + firstPoint < WORD) {
            return 0;
        }
        int row = 0;
        boolean alike = true;
        while (row < most && alike) {
            row += narrow ? NarrowRows.parse(text, from + row * stride, target, offset + 3 * row, most - row) : 0;
            alike = row < most && parseRow(text, from + row * stride, target, offset + 3 * row);
            row += alike ? 1 : 0;
        }
        return row;
    }

    private boolean parseRow(byte[] text, int from, double[] target, int at) {
        long x = word(text, from + firstPoint + 1);
        long y = word(text, from + secondPoint + 1);
        long z = word(text, from + thirdPoint + 1);
        long others = ((word(text, from + thirdPoint + 1 + DECIMALS) ^ tail) & tailMask) | strangers(x, y, z);
        if (others != 0 || (wide && !wideParts(text, from))) {
            return false;
        }
        long signX = sign(text, from + firstPoint, firstGapMask);
        long signY = sign(text, from + secondPoint, secondGapMask);
        long signZ = sign(text, from + thirdPoint, thirdGapMask);
        target[at] = decimals(x);
        target[at + 1] = decimals(y);
        target[at + 2] = decimals(z);
        return (signX | signY | signZ) == 0 || applySigns(signX, signY, signZ, target, at);
    }

    /** True if the lead is the same, and what the gaps hold in front of their last word is blank. */
    private boolean wideParts(byte[] text, int from) {
        long others = ((word(text, from) ^ lead) & leadMask)
                | ((word(text, from + firstPoint + 1 + DECIMALS) ^ BLANKS) & secondBlanksMask)
                | ((word(text, from + secondPoint + 1 + DECIMALS) ^ BLANKS) & thirdBlanksMask);
        return others == 0;
    }

    /** What the gap before a decimal point holds other than blanks and a zero. */
    private static long sign(byte[] text, int point, long gapMask) {
        return (word(text, point + 1 - WORD) ^ BLANK_ZERO_POINT) & gapMask;
    }

    private static boolean applySigns(long signX, long signY, long signZ, double[] target, int at) {
        target[at] *= factor(signX);
        target[at + 1] *= factor(signY);
        target[at + 2] *= factor(signZ);
        return isSign(signX) && isSign(signY) && isSign(signZ);
    }

    private static double factor(long sign) {
        return sign == 0 ? 1 : -1;
    }

    private static boolean isSign(long sign) {
        return sign == 0 || sign == MINUS_FOR_BLANK;
    }

    private static long lowBytes(int count) {
        return count <= 0 ? 0 : count >= WORD ? -1 : (1L << (8 * count)) - 1;
    }

    private static long highBytes(int count) {
        return count >= WORD ? -1 : -1L << (8 * (WORD - count));
    }
}
