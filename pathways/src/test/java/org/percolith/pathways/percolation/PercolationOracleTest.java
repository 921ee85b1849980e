package org.percolith.pathways.percolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.periodic.NeighbourShell;

/** The union-find sweep against a plain breadth-first search, level by level. */
class PercolationOracleTest {

    private static final int LEVELS = 5;

    /** One component found by the search: rank and index of its windings, and its size. */
    private record Found(int rank, long index, int voxels) {}

    @Test
    void agreesWithBreadthFirstSearchOnRandomMasksAtEveryLevel() {
        Random random = new Random(17);
        NeighbourShell[] shells = NeighbourShell.values();
        for (int trial = 0; trial < 300; trial++) {
            double filling = 0.2 + 0.8 * random.nextDouble();
            IntegerMap map = IntegerMap.of(
                    1 + random.nextInt(6),
                    1 + random.nextInt(6),
                    1 + random.nextInt(6),
                    (i, j, k) -> random.nextDouble() < filling ? 1 + random.nextInt(LEVELS) : 0);
            NeighbourShell shell = shells[trial % shells.length];
            Percolation whole = map.sweep(shell);
            int rankAbove = 0;
            for (int level = LEVELS; level >= 1; level--) {
                int least = level;
                IntegerMap mask = map.mapped(count -> count >= least ? 1 : 0);
                List<Found> expected = search(mask, shell);
                Percolation atLevel = mask.sweep(shell);
                assertThat(atLevel.components().stream()
                                .map(c -> new Found(
                                        c.windings().rank(), c.windings().index(), c.voxels())))
                        .containsExactlyInAnyOrderElementsOf(
                                expected.stream().filter(f -> f.rank() > 0).toList());
                assertThat(atLevel.cages()).isEqualTo((int)
                        expected.stream().filter(f -> f.rank() == 0).count());
                int rank = expected.stream().mapToInt(Found::rank).max().orElse(0);
                for (int reached = rankAbove + 1; reached <= rank; reached++) {
                    assertThat(whole.threshold(reached).orElseThrow().count()).isEqualTo(level);
                }
                rankAbove = rank;
            }
            assertThat(whole.rank()).isEqualTo(rankAbove);
        }
    }

    private static List<Found> search(IntegerMap mask, NeighbourShell shell) {
        int[][] cells = new int[mask.counts.length][];
        List<Found> found = new ArrayList<>();
        for (int voxel = 0; voxel < cells.length; voxel++) {
            if (mask.counts[voxel] > 0 && cells[voxel] == null) {
                found.add(component(mask, shell, voxel, cells));
            }
        }
        return found;
    }

    private static Found component(IntegerMap mask, NeighbourShell shell, int start, int[][] cells) {
        int[] n = {mask.grid.na(), mask.grid.nb(), mask.grid.nc()};
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        cells[start] = new int[3];
        Set<List<Integer>> windings = new LinkedHashSet<>();
        int voxels = 0;
        while (!queue.isEmpty()) {
            int voxel = queue.remove();
            voxels++;
            for (int[] step : shell.offsets()) {
                int[] cell = cells[voxel].clone();
                int[] slot = new int[3];
                for (int axis = 0; axis < 3; axis++) {
                    int moved = mask.grid.slotOf(voxel, axis) + step[axis];
                    cell[axis] += Math.floorDiv(moved, n[axis]);
                    slot[axis] = Math.floorMod(moved, n[axis]);
                }
                int next = mask.grid.index(slot[0], slot[1], slot[2]);
                if (mask.counts[next] > 0 && cells[next] == null) {
                    cells[next] = cell;
                    queue.add(next);
                } else if (mask.counts[next] > 0) {
                    windings.add(difference(cell, cells[next]));
                }
            }
        }
        windings.remove(List.of(0, 0, 0));
        return found(List.copyOf(windings), voxels);
    }

    private static List<Integer> difference(int[] x, int[] y) {
        return IntStream.range(0, 3).mapToObj(axis -> x[axis] - y[axis]).toList();
    }

    /** Rank and index from the minors of all windings, without any elimination. */
    private static Found found(List<List<Integer>> windings, int voxels) {
        long ones = 0;
        long twos = 0;
        long threes = 0;
        for (List<Integer> x : windings) {
            ones = gcd(ones, x.get(0), x.get(1), x.get(2));
            for (List<Integer> y : windings) {
                long[] cross = cross(x, y);
                twos = gcd(twos, cross);
                for (List<Integer> z : windings) {
                    threes = gcd(threes, cross[0] * z.get(0) + cross[1] * z.get(1) + cross[2] * z.get(2));
                }
            }
        }
        int rank = threes != 0 ? 3 : twos != 0 ? 2 : ones != 0 ? 1 : 0;
        return new Found(rank, new long[] {1, ones, twos, threes}[rank], voxels);
    }

    private static long[] cross(List<Integer> x, List<Integer> y) {
        return new long[] {
            (long) x.get(1) * y.get(2) - (long) x.get(2) * y.get(1),
            (long) x.get(2) * y.get(0) - (long) x.get(0) * y.get(2),
            (long) x.get(0) * y.get(1) - (long) x.get(1) * y.get(0)
        };
    }

    private static long gcd(long first, long... others) {
        return Arrays.stream(others).reduce(first, (x, y) -> y == 0 ? Math.abs(x) : gcd(y, x % y));
    }
}
