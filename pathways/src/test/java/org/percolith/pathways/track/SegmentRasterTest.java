package org.percolith.pathways.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.PercolationSweep;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** Which voxels a track counts. */
class SegmentRasterTest {

    private static final Cell CELL = Cell.ofRows(10, 0, 0, 3, 9, 0, -2, 1, 8);
    private static final VoxelGrid GRID = new VoxelGrid(CELL, 10, 9, 8);

    /** Tracks from fractional coordinates {@code [frame][3 * ion + axis]}. */
    private static IonTracks tracks(List<FrameRange> pieces, double[]... frames) {
        try (IonTracks.Builder builder = new IonTracks.Builder(frames[0].length / 3, Long.MAX_VALUE, Path.of("."))) {
            for (double[] frame : frames) {
                builder.add(frame);
            }
            return builder.build(CELL, pieces);
        }
    }

    private static TrackDensity density(IonTracks tracks) {
        return TrackDensity.of(tracks, GRID, TaskRunner.serial());
    }

    private static long total(TrackDensity density) {
        long total = 0;
        for (int count : density.counts()) {
            total += count;
        }
        return total;
    }

    @Test
    void straightSegmentCountsEachVoxelOnce() {
        TrackDensity density = density(
                tracks(List.of(new FrameRange(0, 2)), new double[] {0.15, 0.5, 0.5}, new double[] {0.45, 0.5, 0.5}));
        for (int i = 1; i <= 4; i++) {
            assertThat(density.counts()[GRID.index(i, 4, 4)]).isEqualTo(1);
        }
        assertThat(total(density)).isEqualTo(4);
    }

    @Test
    void segmentThroughTheFaceComesBackOnTheOtherSide() {
        TrackDensity density = density(
                tracks(List.of(new FrameRange(0, 2)), new double[] {-0.05, 1.95, 0.5}, new double[] {0.05, 2.05, 0.5}));
        int[] counts = density.counts();
        assertThat(counts[GRID.index(9, 8, 4)]).isEqualTo(1);
        assertThat(counts[GRID.index(0, 0, 4)]).isEqualTo(1);
        assertThat(total(density)).isEqualTo(3);
    }

    @Test
    void ionAtRestMarksItsVoxelOnceASegmentAndOnceIfThereIsNone() {
        double[] here = {0.55, 0.55, 0.55};
        assertThat(total(density(tracks(List.of(new FrameRange(0, 4)), here, here, here, here))))
                .isEqualTo(3);
        assertThat(total(density(tracks(List.of(new FrameRange(0, 1)), here)))).isEqualTo(1);
        assertThat(total(density(tracks(
                        List.of(new FrameRange(0, 1), new FrameRange(1, 2), new FrameRange(2, 4)),
                        here,
                        here,
                        here,
                        here))))
                .isEqualTo(3);
    }

    @Test
    void noSegmentJoinsTwoPieces() {
        TrackDensity density = density(tracks(
                List.of(new FrameRange(0, 1), new FrameRange(1, 2)),
                new double[] {0.05, 0.05, 0.05},
                new double[] {0.45, 0.05, 0.05}));
        assertThat(total(density)).isEqualTo(2);
        assertThat(density.counts()[GRID.index(2, 0, 0)]).isZero();
    }

    @Test
    void crossesExactlyTheVoxelsThatADenseSamplingFinds() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 300; trial++) {
            double[] from = random.doubles(3, -2, 2).toArray();
            double[] to = from.clone();
            for (int axis = 0; axis < 3; axis++) {
                to[axis] += random.nextDouble(-0.4, 0.4);
            }
            int[] counts =
                    density(tracks(List.of(new FrameRange(0, 2)), from, to)).counts();
            int samples = 20_000;
            int[] sampled = new int[counts.length];
            for (int k = 0; k <= samples; k++) {
                double t = (double) k / samples;
                sampled[
                        GRID.voxelAt(
                                from[0] + t * (to[0] - from[0]),
                                from[1] + t * (to[1] - from[1]),
                                from[2] + t * (to[2] - from[2]))]++;
            }
            int missed = 0;
            for (int voxel = 0; voxel < counts.length; voxel++) {
                assertThat(counts[voxel]).isBetween(sampled[voxel] > 0 ? 1 : 0, 1);
                missed += counts[voxel] > 0 && sampled[voxel] == 0 ? 1 : 0;
            }
            // A clipped corner shorter than a sampling step may be missed, but rarely.
            assertThat(missed).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void everyTrackIsOneFaceConnectedComponent() {
        SplittableRandom random = new SplittableRandom(12);
        for (int trial = 0; trial < 50; trial++) {
            List<double[]> frames = new ArrayList<>();
            double[] at = random.doubles(3).toArray();
            for (int frame = 0; frame < 30; frame++) {
                frames.add(at.clone());
                for (int axis = 0; axis < 3; axis++) {
                    // Whole voxels now and then, so that segments run along faces, edges and corners too.
                    at[axis] += frame % 3 == 0
                            ? random.nextInt(-2, 3) / (double) GRID.size(axis)
                            : random.nextDouble(-0.3, 0.3);
                }
            }
            IonTracks tracks = tracks(List.of(new FrameRange(0, 30)), frames.toArray(double[][]::new));
            Percolation percolation = new PercolationSweep(GRID, NeighbourShell.FACES)
                    .sweep(density(tracks).counts());
            assertThat(percolation.cages() + percolation.components().size()).isEqualTo(1);
        }
    }

    @Test
    void countsDoNotDependOnTheRunner() {
        SplittableRandom random = new SplittableRandom(13);
        double[][] frames = new double[50][];
        for (int frame = 0; frame < frames.length; frame++) {
            frames[frame] = random.doubles(3 * 37, -1, 1).toArray();
        }
        IonTracks tracks = tracks(List.of(new FrameRange(0, 50)), frames);
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            TrackDensity parallel = TrackDensity.of(tracks, GRID, TaskRunner.on(pool));
            assertThat(parallel.counts()).isEqualTo(density(tracks).counts());
            assertThat(parallel.ions()).isEqualTo(37);
        } finally {
            pool.shutdown();
        }
    }
}
