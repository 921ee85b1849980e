package org.percolith.trajectory.format;

import java.nio.ByteBuffer;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/** Cartesian positions of a frame, Å, for writers. */
public final class CartesianPositions {

    private CartesianPositions() {}

    /** Appends the positions of all atoms as doubles. */
    public static void put(Frame frame, ByteBuffer target) {
        for (int at = 0; at < frame.fractional().length; at++) {
            target.putDouble(of(frame, at / 3, at % 3));
        }
    }

    /** Component {@code axis} of an atom's position. */
    public static double of(Frame frame, int atom, int axis) {
        double[] s = frame.fractional();
        Cell cell = frame.cell();
        return cell.cartesian(s[3 * atom], s[3 * atom + 1], s[3 * atom + 2], axis);
    }
}
