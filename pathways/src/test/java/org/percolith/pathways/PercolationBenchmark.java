package org.percolith.pathways;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.percolation.FallingOrder;
import org.percolith.pathways.percolation.LevelSweep;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.track.TrackDensity;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Times percolation against sorting the voxels, the least that any method has to do, and prints the best of some rounds.
 * Nothing is asserted about time.
 */
@Tag("benchmark")
class PercolationBenchmark {

    private static final int ROUNDS = 5;

    /** Random counts from 1 to 1000 in every voxel. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200})
    void sweep(int edge) {
        VoxelGrid grid = new VoxelGrid(Cell.cubic(edge), edge, edge, edge);
        int[] counts = new SplittableRandom(edge).ints(grid.voxels(), 1, 1001).toArray();
        PercolationSweep sweep = new PercolationSweep(grid, NeighbourShell.FACES);
        int[] visited = LevelSweep.visited(counts);
        double sort = best(() -> FallingOrder.sort(visited.clone(), visited.length, counts));
        double ranks = best(() -> sweep.thresholds(counts, visited));
        double curve = best(() -> sweep.curve(counts));
        double all = best(() -> sweep.sweep(counts));
        print(
                "%d^3 voxels: sort %.3f s, thresholds %.3f s, curve %.3f s, full sweep %.3f s = %.1f sorts%n",
                edge, sort, ranks, curve, all, all / sort);
    }

    /** 200 resamples, and 100 halvings, of 100 ions that walk through a 50^3 grid. */
    @Test
    void bootstrap() {
        Cell cell = Cell.cubic(20);
        SplittableRandom random = new SplittableRandom(1);
        double[][] positionsA = new double[2000][300];
        for (int k = 0; k < positionsA.length; k++) {
            for (int i = 0; i < 300; i++) {
                positionsA[k][i] = k == 0 ? random.nextDouble(20) : positionsA[k - 1][i] + random.nextDouble(-0.6, 0.6);
            }
        }
        IonTracks ions = IonTracks.ofCartesian(cell, positionsA);
        VoxelGrid grid = new VoxelGrid(cell, 50, 50, 50);
        TrackDensity tracks = TrackDensity.of(ions, grid, TaskRunner.serial());
        double seconds = best(() -> IonBootstrap.run(tracks, NeighbourShell.FACES, 200, 1, TaskRunner.serial()));
        int[] counts = tracks.counts();
        int[] visited = LevelSweep.visited(counts);
        double sort = best(() -> FallingOrder.sort(visited.clone(), visited.length, counts));
        print(
                "200 resamples of 100 ions on 50^3 voxels: %.2f s = %.1f sorts of the visited voxels each%n",
                seconds, seconds / 200 / sort);
        double halves = best(() -> CrossValidation.run(ions, tracks, NeighbourShell.FACES, 1, TaskRunner.serial()));
        print("%d halvings for the cross-validated barrier: %.2f s%n", CrossValidation.SPLITS, halves);
    }

    private static double best(Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        }
        return best;
    }

    private static void print(String format, Object... values) {
        System.out.print(String.format(Locale.ROOT, format, values));
    }
}
