package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;

class MinimumImageTest {

    private static final double TIES = 1e-9;

    /** Skewed cells are made from compact ones by integer shears, so that brute force knows the lattice's short vectors. */
    @Test
    void shortestOf125ImagesOnSkewedCells() {
        Random random = new Random(17);
        int improved = 0;
        for (int trial = 0; trial < 300; trial++) {
            double[] compact = compactRows(random);
            Cell cell = sheared(compact, random);
            MinimumImage image = new MinimumImage(cell);
            for (int k = 0; k < 50; k++) {
                double[] step = {spread(random), spread(random), spread(random)};
                double[] reduced = step.clone();
                double length = image.reduce(reduced, 0);
                assertThat(length).isCloseTo(bruteForce(Cell.ofRows(compact), cell, step), within(TIES));
                assertThat(length).isCloseTo(cell.squaredLengthA2(reduced[0], reduced[1], reduced[2]), within(TIES));
                for (int axis = 0; axis < 3; axis++) {
                    double images = step[axis] - reduced[axis];
                    assertThat(images).isCloseTo(Math.rint(images), within(1e-12));
                }
                double rounded = cell.squaredLengthA2(
                        step[0] - Math.rint(step[0]), step[1] - Math.rint(step[1]), step[2] - Math.rint(step[2]));
                improved += rounded > length + TIES ? 1 : 0;
            }
        }
        assertThat(improved).as("cases where rounding alone is wrong").isGreaterThan(3000);
    }

    @Test
    void orthogonalCellsOnlyRound() {
        double[] step = {9, 0.75, 1, -1.25, 9};
        double length = new MinimumImage(Cell.orthorhombic(4, 8, 16)).reduce(step, 1);
        assertThat(step).containsExactly(9, -0.25, 0, -0.25, 9);
        assertThat(length).isEqualTo(1 + 16.0);
    }

    private static double[] compactRows(Random random) {
        double[] rows = new double[9];
        for (int k = 0; k < 9; k++) {
            rows[k] = k % 4 == 0 ? 4 + 6 * random.nextDouble() : random.nextDouble() - 0.5;
        }
        return rows;
    }

    private static Cell sheared(double[] compact, Random random) {
        double[] rows = compact.clone();
        for (int shear = 0; shear < 3; shear++) {
            int into = random.nextInt(3);
            int from = (into + 1 + random.nextInt(2)) % 3;
            int multiple = random.nextInt(7) - 3;
            for (int axis = 0; axis < 3; axis++) {
                rows[3 * into + axis] += multiple * rows[3 * from + axis];
            }
        }
        return Cell.ofRows(rows);
    }

    private static double bruteForce(Cell compact, Cell cell, double[] step) {
        double[] r = new double[3];
        double[] s = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            r[axis] = cell.cartesian(step[0], step[1], step[2], axis);
        }
        for (int vector = 0; vector < 3; vector++) {
            double fractional = compact.fractional(r[0], r[1], r[2], vector);
            s[vector] = fractional - Math.rint(fractional);
        }
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                for (int k = -2; k <= 2; k++) {
                    shortest = Math.min(shortest, compact.squaredLengthA2(s[0] + i, s[1] + j, s[2] + k));
                }
            }
        }
        return shortest;
    }

    private static double spread(Random random) {
        return 6 * random.nextDouble() - 3;
    }
}
