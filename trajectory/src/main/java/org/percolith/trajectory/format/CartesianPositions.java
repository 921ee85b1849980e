package org.percolith.trajectory.format;

import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/** Cartesian positions of a frame, Å, for writers. */
final class CartesianPositions {

    private CartesianPositions() {}

    /** Component {@code axis} of an atom's position. */
    static double of(Frame frame, int atom, int axis) {
        double[] s = frame.fractional();
        Cell cell = frame.cell();
        return cell.cartesian(s[3 * atom], s[3 * atom + 1], s[3 * atom + 2], axis);
    }
}
