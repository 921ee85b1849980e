package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.parallel.TaskRunner;

class GaussianSmoothingTest {

    private static final Cell SKEWED = Cell.ofRows(6, 0, 0, 4, 5, 0, -2, 3, 6);

    private static DensityMap point(VoxelGrid grid, int voxel) {
        double[] values = new double[grid.voxels()];
        values[voxel] = 1 / grid.voxelVolumeA3();
        return DensityMap.of(grid, values);
    }

    private static DensityMap smooth(DensityMap map, double sigmaA) {
        return GaussianSmoothing.smooth(map, sigmaA, TaskRunner.serial());
    }

    @Test
    void pointBecomesTheIsotropicGaussianInASkewedCell() {
        VoxelGrid grid = VoxelGrid.of(SKEWED, 0.2);
        double sigmaA = 0.3;
        int origin = grid.index(3, grid.nb() - 2, 5);
        DensityMap smoothed = smooth(point(grid, origin), sigmaA);
        double peak = Math.pow(2 * Math.PI * sigmaA * sigmaA, -1.5);
        for (int[] d : new int[][] {{0, 0, 0}, {2, 0, 0}, {0, 3, 0}, {1, 2, -2}, {-4, 3, 1}}) {
            int voxel = grid.voxelAt(
                    grid.centre(origin, 0) + (double) d[0] / grid.na(),
                    grid.centre(origin, 1) + (double) d[1] / grid.nb(),
                    grid.centre(origin, 2) + (double) d[2] / grid.nc());
            double squareA2 = SKEWED.squaredLengthA2(
                    (double) d[0] / grid.na(), (double) d[1] / grid.nb(), (double) d[2] / grid.nc());
            assertThat(smoothed.perA3(voxel))
                    .isCloseTo(peak * Math.exp(-squareA2 / (2 * sigmaA * sigmaA)), within(1e-4 * peak));
        }
    }

    @Test
    void secondMomentIsSigmaSquaredAlongEveryDirection() {
        VoxelGrid grid = VoxelGrid.of(SKEWED, 0.25);
        int origin = grid.index(grid.na() / 2, grid.nb() / 2, grid.nc() / 2);
        DensityMap smoothed = smooth(point(grid, origin), 0.4);
        double[] moments = new double[4];
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            double[] s = new double[3];
            for (int vector = 0; vector < 3; vector++) {
                s[vector] = grid.centre(voxel, vector) - grid.centre(origin, vector);
            }
            double x = SKEWED.cartesian(s[0], s[1], s[2], 0);
            double y = SKEWED.cartesian(s[0], s[1], s[2], 1);
            double z = SKEWED.cartesian(s[0], s[1], s[2], 2);
            double mass = smoothed.perA3(voxel) * grid.voxelVolumeA3();
            moments[0] += mass * x * x;
            moments[1] += mass * y * y;
            moments[2] += mass * z * z;
            moments[3] += mass * x * y;
        }
        // The cut at 5 sigma takes 0.01 % of the second moment.
        assertThat(moments).containsExactly(new double[] {0.16, 0.16, 0.16, 0}, within(1e-4));
    }

    @Test
    void keepsTheNumberOfIonsAndCommutesWithShifts() {
        VoxelGrid grid = VoxelGrid.of(SKEWED, 0.4);
        SplittableRandom random = new SplittableRandom(8);
        double[] values = new double[grid.voxels()];
        for (int voxel = 0; voxel < values.length; voxel++) {
            values[voxel] = random.nextInt(10) == 0 ? random.nextDouble() : 0;
        }
        double[] shifted = new double[grid.voxels()];
        int plane = grid.na() * grid.nb();
        for (int voxel = 0; voxel < values.length; voxel++) {
            shifted[(voxel + 3 * plane) % values.length] = values[voxel];
        }
        DensityMap smoothed = smooth(DensityMap.of(grid, values), 0.3);
        DensityMap smoothedShifted = smooth(DensityMap.of(grid, shifted), 0.3);
        assertThat(smoothed.integral())
                .isCloseTo(DensityMap.of(grid, values).integral(), within(1e-12 * values.length));
        for (int voxel = 0; voxel < values.length; voxel++) {
            assertThat(smoothedShifted.perA3((voxel + 3 * plane) % values.length))
                    .isEqualTo(smoothed.perA3(voxel));
        }
    }

    @Test
    void kernelWiderThanTheCellWrapsManyTimes() {
        VoxelGrid grid = VoxelGrid.of(Cell.cubic(1), 0.25);
        DensityMap smoothed = smooth(point(grid, 0), 2);
        assertThat(smoothed.integral()).isCloseTo(1, within(1e-12));
        // Only the cut at 5 sigma keeps the wide Gaussian from being quite flat.
        assertThat(smoothed.maxPerA3()).isCloseTo(1, within(1e-4));
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        DensityMap map = point(VoxelGrid.of(SKEWED, 0.4), 77);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertThat(GaussianSmoothing.smooth(map, 0.5, TaskRunner.on(pool)).toArray())
                    .isEqualTo(smooth(map, 0.5).toArray());
        } finally {
            pool.shutdown();
        }
    }

    /** Rows that are mostly empty and rows that are full are summed by different loops: each point spreads by itself. */
    @Test
    void emptyAndFullRowsAreSummedAlike() {
        VoxelGrid grid = VoxelGrid.of(SKEWED, 0.35);
        SplittableRandom random = new SplittableRandom(11);
        double[] values = new double[grid.voxels()];
        double[] expected = new double[grid.voxels()];
        for (int voxel = 0; voxel < values.length; voxel++) {
            boolean fullRow = voxel / grid.na() % 7 == 0;
            if (voxel / grid.na() < 40 && (fullRow || random.nextInt(20) == 0)) {
                values[voxel] = random.nextDouble(0.1, 1);
                double[] alone = new double[grid.voxels()];
                alone[voxel] = values[voxel];
                double[] spread = smooth(DensityMap.of(grid, alone), 0.3).toArray();
                for (int k = 0; k < spread.length; k++) {
                    expected[k] += spread[k];
                }
            }
        }
        assertThat(smooth(DensityMap.of(grid, values), 0.3).toArray()).containsExactly(expected, within(1e-13));
    }
}
