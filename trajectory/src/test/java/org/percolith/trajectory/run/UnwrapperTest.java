package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

class UnwrapperTest {

    private static final int ATOMS = 6;

    @Test
    void aWrappedRandomWalkComesBackInAnOrthogonalCell() {
        assertWalkComesBack(Cell.orthorhombic(7, 9, 11));
    }

    @Test
    void aWrappedRandomWalkComesBackInATriclinicCell() {
        assertWalkComesBack(Cell.ofRows(26.3705, 0, 0, -8.7902, 24.8623, 0, -8.7902, -12.4312, 21.5314));
    }

    @Test
    void aWrappedRandomWalkComesBackInAStronglySkewedCell() {
        assertWalkComesBack(Cell.ofRows(8, 0, 0, 21, 7, 0, -13, 16, 9));
    }

    /** Steps of almost half the shortest lattice vector: far beyond what rounding in a skewed cell can undo. */
    private static void assertWalkComesBack(Cell cell) {
        Random random = new Random(9);
        double longestStepA = 0.98 * inscribedRadiusA(cell);
        double[] path = random.doubles(3 * ATOMS).toArray();
        Unwrapper unwrapper = new Unwrapper(ATOMS, cell);
        Frame frame = new Frame(ATOMS);
        frame.setCell(cell);
        for (int k = 0; k < 3000; k++) {
            for (int i = 0; k > 0 && i < ATOMS; i++) {
                walk(cell, path, 3 * i, longestStepA * Math.cbrt(random.nextDouble()), random);
            }
            for (int at = 0; at < path.length; at++) {
                frame.fractional()[at] = path[at] - Math.floor(path[at]);
            }
            unwrapper.measure(frame);
            unwrapper.accept(frame);
        }
        for (int at = 0; at < path.length; at++) {
            double offset = path[at] - unwrapper.path()[at];
            assertThat(offset).as("an image of the start only").isCloseTo(0, within(1e-9));
        }
        assertThat(unwrapper.maxStepA()).isBetween(0.0, longestStepA * (1 + 1e-9));
    }

    private static void walk(Cell cell, double[] path, int at, double lengthA, Random random) {
        double[] direction = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double norm =
                Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1] + direction[2] * direction[2]);
        for (int vector = 0; vector < 3; vector++) {
            path[at + vector] += lengthA / norm * cell.fractional(direction[0], direction[1], direction[2], vector);
        }
    }

    /** Half the length of the shortest lattice vector, by brute force. */
    private static double inscribedRadiusA(Cell cell) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int a = -6; a <= 6; a++) {
            for (int b = -6; b <= 6; b++) {
                for (int c = -6; c <= 6; c++) {
                    if (a != 0 || b != 0 || c != 0) {
                        shortest = Math.min(shortest, cell.squaredLengthA2(a, b, c));
                    }
                }
            }
        }
        return Math.sqrt(shortest) / 2;
    }

    @Test
    void statedUnwrappedPositionsAreNeverWrappedAgain() {
        Unwrapper unwrapper = new Unwrapper(1, Cell.cubic(10));
        for (double x : new double[] {0.9, 1.6, 2.5}) {
            accept(unwrapper, x, true);
        }
        assertThat(unwrapper.path()[0]).isCloseTo(2.5, within(1e-12));
        assertThat(unwrapper.maxStepA()).isCloseTo(9, within(1e-12));
    }

    @Test
    void fromWrappedToUnwrappedPositionsTheStepIsTheShortestImage() {
        Unwrapper unwrapper = new Unwrapper(1, Cell.cubic(10));
        accept(unwrapper, 0.95, false);
        accept(unwrapper, 7.02, true);
        accept(unwrapper, 7.12, true);
        assertThat(unwrapper.path()[0]).isCloseTo(1.12, within(1e-12));
    }

    @Test
    void rmsStepAndParticipation() {
        Unwrapper unwrapper = new Unwrapper(4, Cell.cubic(10));
        Frame frame = new Frame(4);
        frame.setCell(Cell.cubic(10));
        unwrapper.measure(frame);
        unwrapper.accept(frame);
        frame.fractional()[0] = 0.2;
        unwrapper.measure(frame);
        assertThat(unwrapper.rmsStepA()).isCloseTo(1, within(1e-12));
        assertThat(unwrapper.participation()).as("one of four moves").isCloseTo(0.25, within(1e-12));
        for (int i = 0; i < 4; i++) {
            frame.fractional()[3 * i] = 0.2;
        }
        unwrapper.measure(frame);
        assertThat(unwrapper.participation()).as("all move alike").isCloseTo(1, within(1e-12));
    }

    private static void accept(Unwrapper unwrapper, double x, boolean unwrapped) {
        Frame frame = new Frame(1);
        frame.setCell(Cell.cubic(10));
        frame.fractional()[0] = x;
        frame.setUnwrapped(unwrapped);
        unwrapper.measure(frame);
        unwrapper.accept(frame);
    }
}
