package org.percolith.trajectory.run;

import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Cell;

/**
 * Shortest periodic image of a fractional step. Rounding in fractional space is right while the result is shorter than
 * half the inscribed sphere's diameter; a longer one is compared with its neighbours in a reduced basis of the lattice,
 * whose 26 shortest combinations hold every vector that can shorten it.
 */
final class MinimumImage {

    private final Cell cell;
    private final double safeLengthA2;
    private final int[][] basis;
    private final int[][] inverse;
    private final List<int[]> neighbours;

    MinimumImage(Cell cell) {
        this.cell = cell;
        double safe = 0.5 * cell.shortestHeightA();
        safeLengthA2 = safe * safe;
        basis = ReducedBasis.of(cell);
        inverse = inverse(basis);
        neighbours = neighbours(basis);
    }

    /**
     * Replaces the step at {@code step[at .. at + 2]} by its shortest image.
     *
     * @return its squared length, Å²
     */
    double reduce(double[] step, int at) {
        step[at] -= Math.rint(step[at]);
        step[at + 1] -= Math.rint(step[at + 1]);
        step[at + 2] -= Math.rint(step[at + 2]);
        double length = cell.squaredLengthA2(step[at], step[at + 1], step[at + 2]);
        return length > safeLengthA2 ? shortened(step, at) : length;
    }

    /** Rounds in the reduced basis, so that few neighbours are left to compare, however skewed the cell. */
    private double shortened(double[] step, int at) {
        double a = step[at];
        double b = step[at + 1];
        double c = step[at + 2];
        for (int k = 0; k < 3; k++) {
            double images =
                    Math.rint(step[at] * inverse[0][k] + step[at + 1] * inverse[1][k] + step[at + 2] * inverse[2][k]);
            a -= images * basis[k][0];
            b -= images * basis[k][1];
            c -= images * basis[k][2];
        }
        double length = cell.squaredLengthA2(a, b, c);
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int[] n : neighbours) {
                double candidate = cell.squaredLengthA2(a + n[0], b + n[1], c + n[2]);
                if (candidate < length * (1 - 1e-12)) {
                    a += n[0];
                    b += n[1];
                    c += n[2];
                    length = candidate;
                    shorter = true;
                }
            }
        }
        step[at] = a;
        step[at + 1] = b;
        step[at + 2] = c;
        return length;
    }

    /** Inverse of an integer matrix of determinant 1 or -1, which is one too. */
    private static int[][] inverse(int[][] m) {
        int[][] cofactors = new int[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int i1 = (i + 1) % 3;
                int i2 = (i + 2) % 3;
                int j1 = (j + 1) % 3;
                int j2 = (j + 2) % 3;
                cofactors[j][i] = m[i1][j1] * m[i2][j2] - m[i1][j2] * m[i2][j1];
            }
        }
        int determinant = m[0][0] * cofactors[0][0] + m[0][1] * cofactors[1][0] + m[0][2] * cofactors[2][0];
        for (int[] row : cofactors) {
            for (int j = 0; j < 3; j++) {
                row[j] *= determinant;
            }
        }
        return cofactors;
    }

    private static List<int[]> neighbours(int[][] basis) {
        List<int[]> found = new ArrayList<>();
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                for (int k = -1; k <= 1; k++) {
                    if (i != 0 || j != 0 || k != 0) {
                        int[] first = ReducedBasis.combined(new int[3], basis[0], i);
                        int[] second = ReducedBasis.combined(first, basis[1], j);
                        found.add(ReducedBasis.combined(second, basis[2], k));
                    }
                }
            }
        }
        return found;
    }
}
