package org.percolith.trajectory.format.text;

import static org.percolith.trajectory.format.text.EightBytes.decimals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows as VASP prints nearly all of an XDATCAR, {@code 3F12.8} with fractional coordinates from 0 up to 1. With columns
 * that the compiler knows, these take two thirds of the time of {@link FixedColumns} that are looked up.
 *
 * <pre>  0.12345678  0.12345678  0.12345678\n</pre>
 */
final class NarrowRows {

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int GAP = 0x2E302020;
    private static final int GAP_BYTES = 4;
    private static final int PITCH = 12;
    private static final int STRIDE = 3 * PITCH + 1;

    private NarrowRows() {}

    /** True of rows with these columns; what the rows hold is looked at when they are parsed. */
    static boolean areLike(int[] points, int stride) {
        return stride == STRIDE && Arrays.equals(points, new int[] {GAP_BYTES - 1, PITCH + 3, 2 * PITCH + 3});
    }

    /**
     * Parses rows up to the first that has a sign or is otherwise not like this.
     *
     * @param from index of the first byte; {@code rows} times the stride are in {@code text} from there
     * @param target receives the rows from {@code target[offset]}
     * @return the number of rows parsed, at most {@code rows}
     */
    static int parse(byte[] text, int from, double[] target, int offset, int rows) {
        int at = offset;
        int start = from;
        for (int row = 0; row < rows; row++) {
            long x = EightBytes.word(text, start + GAP_BYTES);
            long y = EightBytes.word(text, start + GAP_BYTES + PITCH);
            long z = EightBytes.word(text, start + GAP_BYTES + 2 * PITCH);
            int gaps = gap(text, start) | gap(text, start + PITCH) | gap(text, start + 2 * PITCH);
            if ((EightBytes.strangers(x, y, z) | gaps | (text[start + 3 * PITCH] ^ '\n')) != 0) {
                return row;
            }
            target[at] = decimals(x);
            target[at + 1] = decimals(y);
            target[at + 2] = decimals(z);
            at += 3;
            start += STRIDE;
        }
        return rows;
    }

    /** Zero if two blanks, a zero and a point are here. */
    private static int gap(byte[] text, int at) {
        return (int) FOUR_BYTES.get(text, at) ^ GAP;
    }
}
