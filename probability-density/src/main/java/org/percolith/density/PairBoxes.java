package org.percolith.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.Cell;

/**
 * Counts the pairs of one frame after another that lie within reach: atoms are sorted into boxes of about a third of the
 * reach, and only boxes that can hold such a pair are compared, so that the work grows with the atoms and not with their
 * square. The reach must not pass half the shortest height of the cell, within which rounding in fractional space finds the
 * one image that counts. Not thread-safe.
 */
final class PairBoxes {

    private static final double BOXES_PER_REACH = 3;
    private static final int MOST_BOXES_PER_AXIS = 64;

    private final double[] h;
    private final int[] speciesOf;
    private final double binA;
    private final int bins;
    private final double reachA2;
    private final int[] boxes = new int[3];
    private final List<int[]> offsets = new ArrayList<>();
    private final int[] boxStart;
    private final int[] boxOf;
    private final double[][] sorted;
    private final int[] sortedSpecies;
    private final int[] runs;

    /** Where the bins of two species begin. */
    private final int[][] rowOf;

    private final long[] counts;

    /**
     * Nothing counted.
     *
     * @param speciesOf species of each atom, from 0
     * @param bins of the distance, so that the reach is {@code bins * binA}
     */
    PairBoxes(Cell cell, int[] speciesOf, int species, double binA, int bins) {
        h = cell.rows();
        this.speciesOf = speciesOf;
        this.binA = binA;
        this.bins = bins;
        double reachA = bins * binA;
        reachA2 = reachA * reachA;
        for (int axis = 0; axis < 3; axis++) {
            boxes[axis] = (int) Math.max(
                    1, Math.min(MOST_BOXES_PER_AXIS, Math.floor(cell.heightA(axis) * BOXES_PER_REACH / reachA)));
        }
        findOffsets();
        boxStart = new int[boxes[0] * boxes[1] * boxes[2] + 1];
        boxOf = new int[speciesOf.length];
        sorted = new double[3][speciesOf.length];
        sortedSpecies = new int[speciesOf.length];
        runs = new int[2 * offsets.size()];
        counts = new long[species * species * bins];
        rowOf = new int[species][species];
        for (int first = 0; first < species; first++) {
            for (int second = 0; second < species; second++) {
                rowOf[first][second] = (Math.min(first, second) * species + Math.max(first, second)) * bins;
            }
        }
    }

    /** Pairs so far, {@code [(lower species * species + higher species) * bins + bin]}. */
    long[] counts() {
        return counts;
    }

    /**
     * Counts the pairs of a frame.
     *
     * @param s fractional coordinates in [0, 1), {@code [axis][start + atom]}
     */
    void add(double[][] s, int start) {
        sort(s, start);
        for (int i = 0; i < boxes[0]; i++) {
            for (int j = 0; j < boxes[1]; j++) {
                for (int k = 0; k < boxes[2]; k++) {
                    int box = box(i, j, k);
                    if (boxStart[box] < boxStart[box + 1]) {
                        addBox(box, runsAround(i, j, k));
                    }
                }
            }
        }
    }

    /** Which boxes can hold a partner of an atom in another: each once around the cell, by its nearest image. */
    private void findOffsets() {
        for (int i = 0; i < boxes[0]; i++) {
            for (int j = 0; j < boxes[1]; j++) {
                for (int k = 0; k < boxes[2]; k++) {
                    if (isWithinReach(i, j, k)) {
                        offsets.add(new int[] {i, j, k});
                    }
                }
            }
        }
    }

    private boolean isWithinReach(int i, int j, int k) {
        for (int image = 0; image < 27; image++) {
            if (leastA2(
                            i - boxes[0] * (image % 3 - 1),
                            j - boxes[1] * (image / 3 % 3 - 1),
                            k - boxes[2] * (image / 9 - 1))
                    < reachA2 * (1 + 1e-9)) {
                return true;
            }
        }
        return false;
    }

    /** A bound from below of the squared distance of points in two boxes so far apart: component by component. */
    private double leastA2(int i, int j, int k) {
        double leastA2 = 0;
        for (int axis = 0; axis < 3; axis++) {
            double a = h[axis] / boxes[0];
            double b = h[3 + axis] / boxes[1];
            double c = h[6 + axis] / boxes[2];
            double leastA = Math.abs(i * a + j * b + k * c) - Math.abs(a) - Math.abs(b) - Math.abs(c);
            leastA2 += Math.max(0, leastA) * Math.max(0, leastA);
        }
        return leastA2;
    }

    private int box(int i, int j, int k) {
        return (i * boxes[1] + j) * boxes[2] + k;
    }

    /** Counting sort. */
    private void sort(double[][] s, int start) {
        Arrays.fill(boxStart, 0);
        for (int atom = 0; atom < boxOf.length; atom++) {
            boxOf[atom] = box(
                    VoxelGrid.slot(s[0][start + atom], boxes[0]),
                    VoxelGrid.slot(s[1][start + atom], boxes[1]),
                    VoxelGrid.slot(s[2][start + atom], boxes[2]));
            boxStart[boxOf[atom] + 1]++;
        }
        for (int box = 1; box < boxStart.length; box++) {
            boxStart[box] += boxStart[box - 1];
        }
        // Filled from the end of each box, which leaves its end where the begin of the next was.
        for (int atom = boxOf.length - 1; atom >= 0; atom--) {
            int at = --boxStart[boxOf[atom] + 1];
            sorted[0][at] = s[0][start + atom];
            sorted[1][at] = s[1][start + atom];
            sorted[2][at] = s[2][start + atom];
            sortedSpecies[at] = speciesOf[atom];
        }
        System.arraycopy(boxStart, 1, boxStart, 0, boxStart.length - 1);
        boxStart[boxStart.length - 1] = boxOf.length;
    }

    /** Writes begins and ends of the sorted atoms that may be partners of those of a box; tells how many numbers. */
    private int runsAround(int i, int j, int k) {
        int size = 0;
        for (int[] offset : offsets) {
            int box = box(
                    wrapped(i + offset[0], boxes[0]),
                    wrapped(j + offset[1], boxes[1]),
                    wrapped(k + offset[2], boxes[2]));
            int from = boxStart[box];
            int to = boxStart[box + 1];
            if (size > 0 && runs[size - 1] == from) {
                runs[size - 1] = to;
            } else if (from < to) {
                runs[size++] = from;
                runs[size++] = to;
            }
        }
        return size;
    }

    private static int wrapped(int slot, int size) {
        return slot < size ? slot : slot - size;
    }

    /** Each pair once: with the atoms that stand behind in the order of boxes. */
    private void addBox(int box, int size) {
        for (int atom = boxStart[box]; atom < boxStart[box + 1]; atom++) {
            for (int run = 0; run < size; run += 2) {
                addPairs(atom, Math.max(atom + 1, runs[run]), runs[run + 1]);
            }
        }
    }

    /** All that the loop needs stands in local variables: an unoptimised program would read each field anew for each pair. */
    private void addPairs(int atom, int from, int to) {
        double[] sa = sorted[0];
        double[] sb = sorted[1];
        double[] sc = sorted[2];
        int[] kinds = sortedSpecies;
        int[] rows = rowOf[kinds[atom]];
        long[] count = counts;
        double a0 = sa[atom];
        double b0 = sb[atom];
        double c0 = sc[atom];
        double ax = h[0];
        double ay = h[1];
        double az = h[2];
        double bx = h[3];
        double by = h[4];
        double bz = h[5];
        double cx = h[6];
        double cy = h[7];
        double cz = h[8];
        double mostA2 = reachA2;
        for (int other = from; other < to; other++) {
            double a = nearest(sa[other] - a0);
            double b = nearest(sb[other] - b0);
            double c = nearest(sc[other] - c0);
            double x = a * ax + b * bx + c * cx;
            double y = a * ay + b * by + c * cy;
            double z = a * az + b * bz + c * cz;
            double squareA2 = x * x + y * y + z * z;
            if (squareA2 < mostA2) {
                int bin = Math.min((int) (Math.sqrt(squareA2) / binA), bins - 1);
                count[rows[kinds[other]] + bin]++;
            }
        }
    }

    /** A difference of two numbers in [0, 1), brought into [-1/2, 1/2]. */
    private static double nearest(double d) {
        return d - (int) (2 * d);
    }
}
