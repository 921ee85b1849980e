package org.percolith.trajectory.format.gromacs;

import java.math.BigInteger;
import org.percolith.trajectory.format.gromacs.GromacsFrames.GromacsDamage;

/**
 * Unpacks the integer coordinates of one XTC frame, as xdrfile's {@code xdr3dfcoord} packs them: a full triple in mixed
 * radix, then runs of short differences in a radix that adapts from run to run.
 */
final class XtcUnpacking {

    private static final int[] RADIX = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 10, 12, 16, 20, 25, 32, 40, 50, 64, 80, 101, 128, 161, 203, 256, 322, 406, 512,
        645, 812, 1024, 1290, 1625, 2048, 2580, 3250, 4096, 5060, 6501, 8192, 10321, 13003, 16384, 20642, 26007, 32768,
        41285, 52015, 65536, 82570, 104031, 131072, 165140, 208063, 262144, 330280, 416127, 524287, 660561, 832255,
        1048576, 1321122, 1664510, 2097152, 2642245, 3329021, 4194304, 5284491, 6658042, 8388607, 10568983, 13316085,
        16777216
    };
    private static final int FIRST_RADIX = 9;
    private static final int LARGEST_JOINT_SIZE = 0xffffff;
    private static final int MOST_RUN_BITS = 5;
    private static final int PADDING_BYTES = 4;

    private final byte[] packed;
    private final int[] smallest;
    private final int[] largest;
    private final int[] sizes = new int[3];
    private final int[] bitsOfSize = new int[3];
    private final int jointBits;
    private final int[] digits = new int[16];
    private int smallIndex;
    private long bit;
    private boolean outOfRange;

    XtcUnpacking(byte[] packed, int[] smallest, int[] largest, int smallIndex) throws GromacsDamage {
        this.packed = packed;
        this.smallest = smallest;
        this.largest = largest;
        this.smallIndex = smallIndex;
        boolean joint = true;
        for (int k = 0; k < 3; k++) {
            long size = (long) largest[k] - smallest[k] + 1;
            if (size < 1 || size > Integer.MAX_VALUE) {
                throw new GromacsDamage("a coordinate range of " + size);
            }
            sizes[k] = (int) size;
            bitsOfSize[k] = 32 - Integer.numberOfLeadingZeros(sizes[k]);
            joint &= size <= LARGEST_JOINT_SIZE;
        }
        jointBits = joint ? bitsOfProduct(sizes) : 0;
        requireRadix();
    }

    /**
     * Positions {@code [3 * atom + axis]} in the unit of the file.
     *
     * @throws GromacsDamage if there are more or fewer bits than the atoms need, or an atom is out of the stated range:
     *     flipped bits still make numbers
     */
    double[] unpack(int atoms, double precision) throws GromacsDamage {
        double[] positions = new double[3 * atoms];
        int[] full = new int[3];
        int run = 0;
        int atom = 0;
        while (atom < atoms) {
            readFull(full);
            int change = 0;
            if (bits(1) == 1) {
                run = bits(MOST_RUN_BITS);
                change = run % 3;
                run -= change;
                change--;
            }
            if (atom + 1 + run / 3 > atoms) {
                throw new GromacsDamage("more packed coordinates than atoms");
            }
            if (run == 0) {
                store(full, positions, atom++, precision);
            } else {
                atom = unpackRun(run, full, positions, atom, precision);
            }
            smallIndex += change;
            requireRadix();
        }
        if (outOfRange || (packed.length - (bit + 7) / 8) >= PADDING_BYTES) {
            throw new GromacsDamage("packed coordinates that are damaged");
        }
        return positions;
    }

    /** A run of differences; its first atom comes before the full one (water: the oxygen between its hydrogens). */
    private int unpackRun(int run, int[] full, double[] positions, int firstAtom, double precision) {
        int radix = RADIX[smallIndex];
        int[] small = new int[3];
        int[] previous = full.clone();
        int atom = firstAtom;
        for (int k = 0; k < run; k += 3) {
            readTriple(smallIndex, radix, radix, small);
            for (int axis = 0; axis < 3; axis++) {
                small[axis] += previous[axis] - radix / 2;
                previous[axis] = small[axis];
            }
            store(small, positions, atom++, precision);
            if (k == 0) {
                store(full, positions, atom++, precision);
            }
        }
        return atom;
    }

    private void store(int[] triple, double[] positions, int atom, double precision) {
        for (int axis = 0; axis < 3; axis++) {
            outOfRange |= triple[axis] < smallest[axis] || triple[axis] > largest[axis];
            positions[3 * atom + axis] = triple[axis] / precision;
        }
    }

    private void readFull(int[] triple) {
        if (jointBits == 0) {
            for (int axis = 0; axis < 3; axis++) {
                triple[axis] = bits(bitsOfSize[axis]);
            }
        } else {
            readTriple(jointBits, sizes[1], sizes[2], triple);
        }
        for (int axis = 0; axis < 3; axis++) {
            triple[axis] += smallest[axis];
        }
    }

    /** Three numbers in one of mixed radix, stored with its lowest byte first. */
    private void readTriple(int bitCount, int size1, int size2, int[] triple) {
        int bytes = 0;
        int left = bitCount;
        while (left > 0) {
            digits[bytes++] = bits(Math.min(8, left));
            left -= 8;
        }
        triple[2] = divide(bytes, size2);
        triple[1] = divide(bytes, size1);
        int value = 0;
        for (int k = Math.min(4, bytes) - 1; k >= 0; k--) {
            value = value << 8 | digits[k];
        }
        triple[0] = value;
    }

    /** Divides the digits in place and returns the remainder. */
    private int divide(int bytes, int divisor) {
        long rest = 0;
        for (int k = bytes - 1; k >= 0; k--) {
            rest = rest << 8 | digits[k];
            digits[k] = (int) (rest / divisor);
            rest %= divisor;
        }
        return (int) rest;
    }

    /** The next bits, the highest first; zeros behind the end. */
    private int bits(int count) {
        int value = 0;
        for (int k = 0; k < count; k++, bit++) {
            int at = (int) (bit >>> 3);
            int next = at < packed.length ? packed[at] >> (7 - (bit & 7)) & 1 : 0;
            value = value << 1 | next;
        }
        return value;
    }

    private void requireRadix() throws GromacsDamage {
        if (smallIndex < FIRST_RADIX || smallIndex >= RADIX.length || bit > 8L * packed.length) {
            throw new GromacsDamage("packed coordinates that are damaged");
        }
    }

    private static int bitsOfProduct(int[] sizes) {
        BigInteger product = BigInteger.ONE;
        for (int size : sizes) {
            product = product.multiply(BigInteger.valueOf(size));
        }
        return product.bitLength();
    }
}
