package org.percolith.cli;

import java.util.Optional;
import java.util.stream.IntStream;
import org.percolith.density.DensityMap;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The track density that pathways are drawn in: coarse enough that a page with a few runs stays small, and that a browser
 * draws a surface in it while a slider moves.
 *
 * @param counts of each voxel
 * @param percolation of these counts
 * @param perA3PerCount density of one count, Å⁻³
 */
record PathwayMap(VoxelGrid grid, int[] counts, Percolation percolation, double perA3PerCount) {

    private static final int MOST_VOXELS = 110_000;

    static PathwayMap of(CrystalView crystal, PercolationResult result, TaskRunner runner) {
        VoxelGrid grid = drawn(result.grid());
        int[] counts = TrackDensity.of(crystal.ions(), grid, runner).counts();
        long segments = IntStream.of(counts).asLongStream().sum();
        return new PathwayMap(
                grid,
                counts,
                new PercolationSweep(grid, result.settings().shell()).sweep(counts),
                result.ions() / (Math.max(1, segments) * grid.voxelVolumeA3()));
    }

    private static VoxelGrid drawn(VoxelGrid grid) {
        if (grid.voxels() <= MOST_VOXELS) {
            return grid;
        }
        return VoxelGrid.of(grid.cell(), 1.02 * Math.cbrt(grid.cell().volumeA3() / MOST_VOXELS));
    }

    /** As a density. */
    DensityMap density() {
        return DensityMap.of(
                grid,
                IntStream.of(counts).mapToDouble(count -> count * perA3PerCount).toArray());
    }

    /** The level at which it connects in as many directions as it does, Å⁻³; empty where it connects in none. */
    Optional<Double> connectsPerA3() {
        return percolation.thresholds().stream()
                .reduce((lower, higher) -> higher)
                .map(RankThreshold::count)
                .map(count -> count * perA3PerCount);
    }
}
