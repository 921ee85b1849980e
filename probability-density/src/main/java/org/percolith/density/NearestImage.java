package org.percolith.density;

import org.percolith.trajectory.Cell;

/**
 * Shortest periodic image of a fractional displacement in any cell, however skewed. The image found by rounding bounds
 * the search: one of length d or less has components |s_α| ≤ d / h_α, with h_α the heights of the cell.
 */
public final class NearestImage {

    /** Keeps rounding errors from cutting off an image that is as short as the best. */
    private static final double MARGIN = 1e-9;

    private final Cell cell;
    private final double halfHeightA;

    public NearestImage(Cell cell) {
        this.cell = cell;
        halfHeightA = 0.5 * cell.shortestHeightA();
    }

    /** Length of the shortest image, Å. */
    public double distanceA(double sa, double sb, double sc) {
        double[] s = {sa, sb, sc};
        return reduce(s);
    }

    /**
     * Replaces a displacement by its shortest image.
     *
     * @param s three fractional components, overwritten
     * @return its length, Å
     */
    public double reduce(double[] s) {
        for (int axis = 0; axis < 3; axis++) {
            s[axis] -= Math.rint(s[axis]);
        }
        double shortestA2 = cell.squaredLengthA2(s[0], s[1], s[2]);
        return shortestA2 <= halfHeightA * halfHeightA ? Math.sqrt(shortestA2) : search(s, shortestA2);
    }

    /**
     * The same where the shortest image is not longer than a reach; else infinity, mostly without a search: within half the
     * shortest height of the cell, rounding finds what there is.
     *
     * @param s three fractional components, overwritten
     */
    public double reduceWithin(double[] s, double reachA) {
        if (reachA <= halfHeightA) {
            for (int axis = 0; axis < 3; axis++) {
                s[axis] -= Math.rint(s[axis]);
            }
            double squaredA2 = cell.squaredLengthA2(s[0], s[1], s[2]);
            return squaredA2 <= reachA * reachA ? Math.sqrt(squaredA2) : Double.POSITIVE_INFINITY;
        }
        double distanceA = reduce(s);
        return distanceA <= reachA ? distanceA : Double.POSITIVE_INFINITY;
    }

    private double search(double[] s, double roundedA2) {
        double boundA = Math.sqrt(roundedA2);
        int[] lo = new int[3];
        int[] hi = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double reach = boundA / cell.heightA(axis) + MARGIN;
            lo[axis] = (int) Math.ceil(-reach - s[axis]);
            hi[axis] = (int) Math.floor(reach - s[axis]);
        }
        double shortestA2 = roundedA2;
        int[] best = new int[3];
        for (int u = lo[0]; u <= hi[0]; u++) {
            for (int v = lo[1]; v <= hi[1]; v++) {
                for (int w = lo[2]; w <= hi[2]; w++) {
                    double lengthA2 = cell.squaredLengthA2(s[0] + u, s[1] + v, s[2] + w);
                    if (lengthA2 < shortestA2) {
                        shortestA2 = lengthA2;
                        best[0] = u;
                        best[1] = v;
                        best[2] = w;
                    }
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            s[axis] += best[axis];
        }
        return Math.sqrt(shortestA2);
    }
}
