package org.percolith.trajectory.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;

/**
 * Points of a periodic cell in bins of about two, so that the nearest to a place is found among a few. Bins are searched
 * in shells around the place; behind shell s no point is nearer than s times the height of a bin.
 */
public final class NeighbourGrid {

    private static final double POINTS_PER_BIN = 2;
    private static final int MOST_BINS_PER_AXIS = 128;

    private final MinimumImage image;
    private final double[] positions;
    private final int[] bins = new int[3];
    private final int[] binStart;
    private final int[] binned;
    private final double binHeightA;
    private final double[] step = new double[3];

    /**
     * Sorts points into bins.
     *
     * @param positions fractional, {@code [3 * point + axis]}, wrapped or not
     * @param points those that can be found
     */
    public NeighbourGrid(Cell cell, double[] positions, int[] points) {
        this.positions = positions;
        image = new MinimumImage(cell);
        double edgeA = Math.cbrt(cell.volumeA3() * POINTS_PER_BIN / Math.max(1, points.length));
        double lowest = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            double heightA = cell.heightA(axis);
            bins[axis] = (int) Math.max(1, Math.min(MOST_BINS_PER_AXIS, heightA / edgeA));
            lowest = Math.min(lowest, heightA / bins[axis]);
        }
        binHeightA = lowest;
        binStart = new int[bins[0] * bins[1] * bins[2] + 1];
        binned = new int[points.length];
        fill(points);
    }

    /** A grid of the atoms of each element. */
    public static Map<String, NeighbourGrid> perElement(Cell cell, double[] positions, Atoms atoms) {
        Map<String, NeighbourGrid> grids = new HashMap<>();
        for (String symbol : atoms.composition().keySet()) {
            grids.put(symbol, new NeighbourGrid(cell, positions, atoms.indicesOf(List.of(symbol))));
        }
        return grids;
    }

    /** Counting sort; points of one bin keep their order. */
    private void fill(int[] points) {
        for (int point : points) {
            binStart[binOf(point) + 1]++;
        }
        for (int bin = 1; bin < binStart.length; bin++) {
            binStart[bin] += binStart[bin - 1];
        }
        int[] next = binStart.clone();
        for (int point : points) {
            binned[next[binOf(point)]++] = point;
        }
    }

    private int binOf(int point) {
        return bin(
                column(positions[3 * point], 0),
                column(positions[3 * point + 1], 1),
                column(positions[3 * point + 2], 2));
    }

    private int column(double fraction, int axis) {
        return (int) Math.min(bins[axis] - 1.0, (fraction - Math.floor(fraction)) * bins[axis]);
    }

    private int bin(int i, int j, int k) {
        return (i * bins[1] + j) * bins[2] + k;
    }

    /**
     * The allowed point nearest to {@code place[at .. at + 2]}, the first of several as near.
     *
     * @return the point and its squared distance, Å²; or no point, nearer than {@code reachA}
     */
    public Nearest nearest(double[] place, int at, double reachA, IntPredicate allowed) {
        Nearest nearest = new Nearest(-1, reachA * reachA);
        int widest = Math.max(bins[0], Math.max(bins[1], bins[2])) / 2;
        for (int shell = 0; shell <= widest; shell++) {
            double unseenA = (shell - 1) * binHeightA;
            if (shell > 0 && unseenA * unseenA >= nearest.squaredA2()) {
                break;
            }
            nearest = nearestInShell(place, at, shell, allowed, nearest);
        }
        return nearest;
    }

    /** Tells all points whose nearest image lies within {@code reachA} of {@code place[at .. at + 2]}, in no stated order. */
    public void forEachWithin(double[] place, int at, double reachA, IntConsumer found) {
        int widest = Math.max(bins[0], Math.max(bins[1], bins[2])) / 2;
        for (int shell = 0; shell <= widest && (shell - 1) * binHeightA <= reachA; shell++) {
            forEachBinOfShell(place, at, shell, bin -> {
                for (int entry = binStart[bin]; entry < binStart[bin + 1]; entry++) {
                    if (squaredA2(place, at, binned[entry]) <= reachA * reachA) {
                        found.accept(binned[entry]);
                    }
                }
            });
        }
    }

    private Nearest nearestInShell(double[] place, int at, int shell, IntPredicate allowed, Nearest known) {
        Nearest[] nearest = {known};
        forEachBinOfShell(place, at, shell, bin -> nearest[0] = nearestInBin(place, at, bin, allowed, nearest[0]));
        return nearest[0];
    }

    private void forEachBinOfShell(double[] place, int at, int shell, IntConsumer visitor) {
        for (int i = first(shell, 0); i <= last(shell, 0); i++) {
            for (int j = first(shell, 1); j <= last(shell, 1); j++) {
                boolean onFace = Math.abs(i) == shell || Math.abs(j) == shell;
                for (int k = first(shell, 2); k <= last(shell, 2); k++) {
                    if (onFace || Math.abs(k) == shell) {
                        visitor.accept(bin(
                                neighbour(place[at], i, 0),
                                neighbour(place[at + 1], j, 1),
                                neighbour(place[at + 2], k, 2)));
                    }
                }
            }
        }
    }

    /** Offsets run once around the cell at most. */
    private int first(int shell, int axis) {
        return -Math.min(shell, (bins[axis] - 1) / 2);
    }

    private int last(int shell, int axis) {
        return Math.min(shell, bins[axis] / 2);
    }

    private int neighbour(double fraction, int offset, int axis) {
        return Math.floorMod(column(fraction, axis) + offset, bins[axis]);
    }

    private Nearest nearestInBin(double[] place, int at, int bin, IntPredicate allowed, Nearest known) {
        Nearest nearest = known;
        for (int entry = binStart[bin]; entry < binStart[bin + 1]; entry++) {
            int point = binned[entry];
            if (allowed.test(point)) {
                double squaredA2 = squaredA2(place, at, point);
                if (squaredA2 < nearest.squaredA2() || (squaredA2 == nearest.squaredA2() && point < nearest.point())) {
                    nearest = new Nearest(point, squaredA2);
                }
            }
        }
        return nearest;
    }

    private double squaredA2(double[] place, int at, int point) {
        for (int axis = 0; axis < 3; axis++) {
            step[axis] = positions[3 * point + axis] - place[at + axis];
        }
        return image.reduce(step, 0);
    }

    /**
     * What was found.
     *
     * @param point -1 if there is none
     */
    public record Nearest(int point, double squaredA2) {}
}
