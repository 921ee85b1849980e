package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.parallel.TaskRunner;

/** The kernels of the density against the plain way in the same run; asserts what they find, not the time. */
@Tag("benchmark")
class DensityBenchmark {

    private static final int REPEATS = 3;

    /** 2,000 atoms at random in 30 Å: boxes of the reach against every pair. */
    @Test
    void pairsByBoxesAgainstAllPairs() {
        Cell cell = Cell.cubic(30);
        int atoms = 2000;
        SplittableRandom random = new SplittableRandom(1);
        double[][] s = {
            random.doubles(atoms).toArray(),
            random.doubles(atoms).toArray(),
            random.doubles(atoms).toArray()
        };
        long[][] counts = new long[2][];
        double boxes = seconds(() -> {
            PairBoxes pairs = new PairBoxes(cell, new int[atoms], 1, 0.05, 100);
            pairs.add(s, 0);
            counts[0] = pairs.counts();
            return counts[0];
        });
        double all = seconds(() -> {
            counts[1] = allPairs(cell, s, 0.05, 100);
            return counts[1];
        });
        assertThat(counts[0]).isEqualTo(counts[1]);
        System.out.printf(
                Locale.ROOT,
                "pairs of %d atoms within 5 A: boxes %.4f s, all pairs %.4f s: %.1f times%n",
                atoms,
                boxes,
                all,
                all / boxes);
    }

    private static long[] allPairs(Cell cell, double[][] s, double binA, int bins) {
        long[] counts = new long[bins];
        for (int i = 0; i < s[0].length; i++) {
            for (int j = i + 1; j < s[0].length; j++) {
                double a = s[0][j] - s[0][i];
                double b = s[1][j] - s[1][i];
                double c = s[2][j] - s[2][i];
                double distanceA =
                        Math.sqrt(cell.squaredLengthA2(a - Math.rint(a), b - Math.rint(b), c - Math.rint(c)));
                if (distanceA < bins * binA) {
                    counts[Math.min(bins - 1, (int) (distanceA / binA))]++;
                }
            }
        }
        return counts;
    }

    /** A map of which one voxel in a hundred was visited, and one of which all were. */
    @Test
    void smoothingAnAlmostEmptyMapAgainstAFullOne() {
        VoxelGrid grid = VoxelGrid.of(Cell.cubic(20), 0.2);
        SplittableRandom random = new SplittableRandom(2);
        double[] sparse = new double[grid.voxels()];
        double[] full = new double[grid.voxels()];
        for (int voxel = 0; voxel < sparse.length; voxel++) {
            full[voxel] = random.nextDouble();
            sparse[voxel] = random.nextInt(100) == 0 ? full[voxel] : 0;
        }
        DensityMap empty = DensityMap.of(grid, sparse);
        double few = seconds(() -> GaussianSmoothing.smooth(empty, 0.3, TaskRunner.serial()));
        double many = seconds(() -> GaussianSmoothing.smooth(DensityMap.of(grid, full), 0.3, TaskRunner.serial()));
        double spread =
                GaussianSmoothing.smooth(empty, 0.3, TaskRunner.serial()).integral();
        assertThat(spread / empty.integral()).isBetween(1 - 1e-9, 1 + 1e-9);
        System.out.printf(
                Locale.ROOT,
                "smoothing of %d voxels: 1 %% visited %.3f s, all %.3f s: %.1f times%n",
                grid.voxels(),
                few,
                many,
                many / few);
    }

    /** The fastest of a few. */
    private static double seconds(Supplier<Object> work) {
        double[] seconds = new double[REPEATS];
        for (int k = 0; k < REPEATS; k++) {
            long start = System.nanoTime();
            assertThat(work.get()).isNotNull();
            seconds[k] = (System.nanoTime() - start) / 1e9;
        }
        return Arrays.stream(seconds).min().orElseThrow();
    }
}
