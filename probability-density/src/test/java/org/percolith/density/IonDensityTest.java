package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class IonDensityTest {

    private static final Cell CELL = Cell.ofRows(6, 0, 0, 2, 5, 0, -1, 1, 7);
    private static final VoxelGrid GRID = VoxelGrid.of(CELL, 0.5);
    private static final int IONS = 11;
    private static final int FRAMES = 5000;

    /** Ions anywhere between cells -2 and 2. */
    private static IonTracks tracks() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] positionsA = new double[FRAMES][3 * IONS];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < IONS; ion++) {
                double[] s = random.doubles(3, -2, 2).toArray();
                for (int axis = 0; axis < 3; axis++) {
                    frame[3 * ion + axis] = CELL.cartesian(s[0], s[1], s[2], axis);
                }
            }
        }
        return IonTracks.ofCartesian(CELL, positionsA);
    }

    private static IonDensity density(IonTracks tracks) {
        return IonDensity.of(tracks, GRID, TaskRunner.serial());
    }

    @Test
    void everyIonOfEveryFrameIsCountedOnce() {
        IonDensity density = density(tracks());
        long total = 0;
        for (int voxel = 0; voxel < GRID.voxels(); voxel++) {
            total += density.count(voxel);
        }
        assertThat(total).isEqualTo((long) IONS * FRAMES);
        assertThat(density.map().integral()).isCloseTo(IONS, within(1e-9));
    }

    @Test
    void onlyThePiecesAreCounted() {
        IonTracks tracks = tracks();
        IonDensity cut = density(tracks.withPieces(List.of(new FrameRange(10, 20), new FrameRange(4500, 5000))));
        assertThat(cut.frames()).isEqualTo(510);
        assertThat(cut.map().integral()).isCloseTo(IONS, within(1e-9));
    }

    @Test
    void densitiesOfPartsMergeToTheWhole() {
        IonTracks tracks = tracks();
        IonDensity merged = density(tracks.withPieces(List.of(new FrameRange(0, 1234))))
                .merge(density(tracks.withPieces(List.of(new FrameRange(1234, FRAMES)))));
        IonDensity whole = density(tracks);
        assertThat(merged.frames()).isEqualTo(FRAMES);
        assertThat(merged.map().toArray()).isEqualTo(whole.map().toArray());
    }

    @Test
    void countsMergeOnlyOnTheSameGrid() {
        VoxelCounts counts = VoxelCounts.empty(GRID);
        counts.add(0.5, 0.5, 0.5);
        VoxelCounts other = VoxelCounts.empty(GRID);
        other.add(1.5, -0.5, 0.5);
        counts.merge(other);
        assertThat(counts.count(GRID.voxelAt(0.5, 0.5, 0.5))).isEqualTo(2);
        assertThat(counts.total()).isEqualTo(2);
        VoxelCounts coarse = VoxelCounts.empty(VoxelGrid.of(CELL, 1));
        assertThatThrownBy(() -> counts.merge(coarse)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IonDensity.of(tracks(), VoxelGrid.of(Cell.cubic(5), 1), TaskRunner.serial()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cell");
    }

    @Test
    void numberOfThreadsDoesNotMatter() {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            IonDensity parallel = IonDensity.of(tracks(), GRID, TaskRunner.on(pool));
            assertThat(parallel.map().toArray())
                    .isEqualTo(density(tracks()).map().toArray());
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void noIonsGiveAnEmptyMap() {
        IonDensity density = density(IonTracks.ofCartesian(CELL, new double[3][0]));
        assertThat(density.map().maxPerA3()).isZero();
        assertThat(density.map().freeEnergyEv(300)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void freeEnergyIsZeroAtTheHighestDensityAndInfiniteWhereNoIonWas() {
        VoxelGrid grid = new VoxelGrid(Cell.cubic(2), 2, 2, 1);
        double[] freeEnergyEv = DensityMap.of(grid, new double[] {4, 2, 0, 1}).freeEnergyEv(1000);
        double thermalEv = 8.617333262e-2;
        assertThat(freeEnergyEv[0]).isZero();
        assertThat(freeEnergyEv[1]).isCloseTo(thermalEv * Math.log(2), within(1e-15));
        assertThat(freeEnergyEv[2]).isInfinite();
        assertThat(freeEnergyEv[3]).isCloseTo(thermalEv * Math.log(4), within(1e-15));
    }
}
