package org.percolith.pathways.region;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.Cell;

/**
 * A slab across the cell. Its bounds move with its own centre of mass, so that a slab that slides as a whole stays one
 * region, and sliding is no diffusion.
 *
 * @param axis lattice vector that crosses it, 0 to 2
 * @param centre fractional coordinates of its centre, {@code [axis][frame]}, unwrapped
 * @param low lower bound along the axis from the centre, fractional
 * @param high upper bound
 * @param kind kind of unit that makes it; empty where the user set the bounds
 */
record Slab(int axis, double[][] centre, double low, double high, String kind) {

    /** Fixed bounds in the cell, at rest in the frame of the drift reference. */
    static Slab fixed(RegionChoice.Slab choice, int frames) {
        double high = choice.to() > choice.from() ? choice.to() : choice.to() + 1;
        double[][] centre = new double[3][frames];
        Arrays.fill(centre[choice.axis()], 0.5 * (choice.from() + high));
        double half = 0.5 * (high - choice.from());
        return new Slab(choice.axis(), centre, -half, half, "");
    }

    /** Whether a place along the axis lies inside, in the frame. */
    boolean contains(double s, int frame) {
        return offset(s, frame) < high - low;
    }

    /** From the lower bound, fractional, in [0, 1). */
    double offset(double s, int frame) {
        double from = s - centre[axis][frame] - low;
        return from - Math.floor(from);
    }

    double thicknessA(Cell cell) {
        return (high - low) * cell.heightA(axis);
    }

    /** In words. */
    String definition(Cell cell) {
        return String.format(
                Locale.ROOT,
                "along %s, from %.1f to %.1f Å about the centre %s",
                List.of("a", "b", "c").get(axis),
                low * cell.heightA(axis),
                high * cell.heightA(axis),
                kind.isEmpty() ? "of the bounds given" : "of " + kind);
    }
}
