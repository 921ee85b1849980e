package org.percolith.trajectory.run;

import org.percolith.trajectory.Cell;

/** A basis of short vectors of a lattice. */
public final class ReducedBasis {

    private ReducedBasis() {}

    /** Rows of integer combinations of the lattice vectors, shortened pairwise until nothing gets shorter. */
    public static int[][] of(Cell cell) {
        int[][] basis = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    changed |= i != j && shorten(cell, basis, i, j);
                }
            }
            for (int i = 0; i < 3 && !changed; i++) {
                changed = shortenByBoth(cell, basis, i);
            }
        }
        return basis;
    }

    /** Subtracts the nearest multiple of vector j from vector i. */
    private static boolean shorten(Cell cell, int[][] basis, int i, int j) {
        int multiple = (int) Math.rint(dot(cell, basis[i], basis[j]) / dot(cell, basis[j], basis[j]));
        int[] candidate = combined(basis[i], basis[j], -multiple);
        return replaceIfShorter(cell, basis, i, candidate);
    }

    /** Adds plus or minus both other vectors, the last step of a reduction in three dimensions. */
    private static boolean shortenByBoth(Cell cell, int[][] basis, int i) {
        int[] other = basis[(i + 1) % 3];
        int[] another = basis[(i + 2) % 3];
        for (int p = -1; p <= 1; p += 2) {
            for (int q = -1; q <= 1; q += 2) {
                if (replaceIfShorter(cell, basis, i, combined(combined(basis[i], other, p), another, q))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean replaceIfShorter(Cell cell, int[][] basis, int i, int[] candidate) {
        boolean shorter = dot(cell, candidate, candidate) < dot(cell, basis[i], basis[i]) * (1 - 1e-9);
        if (shorter) {
            basis[i] = candidate;
        }
        return shorter;
    }

    static int[] combined(int[] u, int[] v, int factor) {
        return new int[] {u[0] + factor * v[0], u[1] + factor * v[1], u[2] + factor * v[2]};
    }

    private static double dot(Cell cell, int[] u, int[] v) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += cell.cartesian(u[0], u[1], u[2], axis) * cell.cartesian(v[0], v[1], v[2], axis);
        }
        return sum;
    }
}
