package org.percolith.pathways.percolation;

/** Sorts voxels by falling count; voxels of equal count stay in the order they came in. Counting sort, digit by digit. */
public final class FallingOrder {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private FallingOrder() {}

    /**
     * The first {@code size} voxels by falling count.
     *
     * @param voxels indices into {@code counts}; overwritten
     * @param counts non-negative
     * @return {@code voxels} or a fresh array, sorted
     */
    public static int[] sort(int[] voxels, int size, int[] counts) {
        int max = 0;
        for (int k = 0; k < size; k++) {
            max = Math.max(max, counts[voxels[k]]);
        }
        int[] from = voxels;
        int[] to = new int[size];
        for (int shift = 0; shift < Integer.SIZE && max >> shift != 0; shift += DIGIT_BITS) {
            distribute(from, to, size, counts, shift);
            int[] spare = from;
            from = to;
            to = spare;
        }
        return from;
    }

    private static void distribute(int[] from, int[] to, int size, int[] counts, int shift) {
        int[] start = new int[DIGITS + 1];
        for (int k = 0; k < size; k++) {
            start[risingDigit(counts[from[k]], shift) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            start[digit + 1] += start[digit];
        }
        for (int k = 0; k < size; k++) {
            int voxel = from[k];
            to[start[risingDigit(counts[voxel], shift)]++] = voxel;
        }
    }

    /** A digit that rises as the count falls. */
    private static int risingDigit(int count, int shift) {
        return DIGITS - 1 - ((count >> shift) & (DIGITS - 1));
    }
}
