package org.percolith.trajectory.format.reading;

import org.jspecify.annotations.Nullable;

/**
 * Tells positions that an atom can have from what flipped bits, unfilled records and overflowed numbers make of them.
 */
public final class PlausiblePositions {

    /** In a microsecond of the fastest diffusion (1e-4 cm²/s) an atom goes some hundred cells; this many, never. */
    private static final double FARTHEST_CELLS = 1e4;

    private PlausiblePositions() {}

    /** True if an atom is at three finite fractional coordinates that are not absurdly far from the cell. */
    public static boolean isPlausible(double[] fractional, int atom) {
        int at = 3 * atom;
        return Math.abs(fractional[at]) < FARTHEST_CELLS
                && Math.abs(fractional[at + 1]) < FARTHEST_CELLS
                && Math.abs(fractional[at + 2]) < FARTHEST_CELLS;
    }

    /** What is wrong with the fractional positions of a frame, naming the first such atom; null if nothing is. */
    public static @Nullable String fault(double[] fractional) {
        for (int atom = 0; 3 * atom < fractional.length; atom++) {
            if (!isPlausible(fractional, atom)) {
                return "the position of atom " + (atom + 1) + " is no number, or far from any cell";
            }
        }
        return null;
    }
}
