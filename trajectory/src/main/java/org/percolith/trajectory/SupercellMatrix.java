package org.percolith.trajectory;

import java.util.Arrays;

/**
 * How a supercell is made of a smaller cell: its lattice vectors a_i = Σ_k M_ik p_k are integer combinations of the smaller
 * cell's p_k, so that fractional coordinates turn into s'_k = Σ_i s_i M_ik. Immutable.
 */
public final class SupercellMatrix {

    /** The cell itself. */
    public static final SupercellMatrix IDENTITY = diagonal(1, 1, 1);

    private final int[][] rows;

    private SupercellMatrix(int[][] rows) {
        this.rows = rows;
    }

    /**
     * The matrix with these rows.
     *
     * @param rows {@code [i][k]} = M_ik
     * @throws IllegalArgumentException if the rows span no volume
     */
    public static SupercellMatrix ofRows(int[][] rows) {
        SupercellMatrix matrix =
                new SupercellMatrix(Arrays.stream(rows).map(int[]::clone).toArray(int[][]::new));
        if (matrix.cells() == 0) {
            throw new IllegalArgumentException("the rows " + matrix + " span no volume");
        }
        return matrix;
    }

    /**
     * {@code na x nb x nc} cells.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public static SupercellMatrix diagonal(int na, int nb, int nc) {
        if (na < 1 || nb < 1 || nc < 1) {
            throw new IllegalArgumentException("cannot fold a cell by " + na + ", " + nb + ", " + nc);
        }
        return new SupercellMatrix(new int[][] {{na, 0, 0}, {0, nb, 0}, {0, 0, nc}});
    }

    /** M_ik. */
    public int at(int i, int k) {
        return rows[i][k];
    }

    /** Smaller cells in the supercell, |det M|. */
    public int cells() {
        return Math.abs(determinant());
    }

    private int determinant() {
        return rows[0][0] * cofactor(0, 0) + rows[0][1] * cofactor(0, 1) + rows[0][2] * cofactor(0, 2);
    }

    private int cofactor(int i, int k) {
        int i1 = (i + 1) % 3;
        int i2 = (i + 2) % 3;
        int k1 = (k + 1) % 3;
        int k2 = (k + 2) % 3;
        return rows[i1][k1] * rows[i2][k2] - rows[i1][k2] * rows[i2][k1];
    }

    /** The smaller cell of a supercell: p = M⁻¹ a. */
    public Cell smallerCellOf(Cell supercell) {
        double[] small = new double[9];
        double determinant = determinant();
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += cofactor(i, k) * supercell.component(i, axis);
                }
                small[3 * k + axis] = sum / determinant;
            }
        }
        return Cell.ofRows(small);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SupercellMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows);
    }
}
