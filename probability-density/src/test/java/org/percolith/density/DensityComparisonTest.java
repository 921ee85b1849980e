package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class DensityComparisonTest {

    private static final Cell CELL = Cell.ofRows(6, 0, 0, 2, 5, 0, -1, 1, 7);

    private static IonTracks random(Cell cell, int frames, int ions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] positionsA = new double[frames][3 * ions];
        for (double[] frame : positionsA) {
            for (int ion = 0; ion < ions; ion++) {
                double[] s = random.doubles(3).map(x -> x * x).toArray();
                for (int axis = 0; axis < 3; axis++) {
                    frame[3 * ion + axis] = cell.cartesian(s[0], s[1], s[2], axis);
                }
            }
        }
        return IonTracks.ofCartesian(cell, positionsA);
    }

    private static DensityMap map(IonTracks tracks, VoxelGrid grid) {
        return IonDensity.of(tracks, grid, TaskRunner.serial()).map();
    }

    @Test
    void differencesIntegrateToTheDifferenceOfIons() {
        Cell larger = Cell.ofRows(6.3, 0, 0, 2, 5.2, 0, -1, 1, 7.1);
        VoxelGrid grid = VoxelGrid.of(CELL, 0.8);
        assertThat(grid.na()).isEqualTo(8);
        DensityMap first = map(random(CELL, 50, 7, 1), grid);
        DensityMap second = map(random(larger, 40, 5, 2), grid.on(larger));
        DensityDifference difference = DensityDifference.of(first, second);
        assertThat(difference.integral()).isCloseTo(2, within(1e-9));
        assertThat(DensityDifference.of(first, first).displacedIons()).isZero();
        assertThat(difference.displacedIons()).isBetween(1.0, 6.0);
        assertThatThrownBy(() -> DensityDifference.of(first, map(random(CELL, 2, 1, 1), VoxelGrid.of(CELL, 0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same numbers of voxels");
    }

    /** Two runs of the same system: what tells them apart is chance, and its size is known. */
    @Test
    void equalSystemsAreAsFarApartAsChanceMakesThem() {
        VoxelGrid grid = VoxelGrid.of(CELL, 0.8);
        TaskRunner runner = TaskRunner.serial();
        DensityComparison comparison = DensityComparison.of(
                DensityWithError.of(random(CELL, 400, 60, 11), grid, runner),
                DensityWithError.of(random(CELL, 400, 60, 12), grid, runner));
        assertThat(comparison.displacedIons() / comparison.displacedByChance()).isBetween(0.9, 1.1);
    }

    @Test
    void unlikeCellsAreNamed() {
        assertThat(DensityComparison.mismatch(CELL, CELL)).isEmpty();
        assertThat(DensityComparison.mismatch(Cell.cubic(10), Cell.orthorhombic(10.5, 9.8, 10)))
                .isEmpty();
        assertThat(DensityComparison.mismatch(Cell.cubic(10), Cell.orthorhombic(10, 12, 10)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("lattice vector b is 10.000 Å"));
        assertThat(DensityComparison.mismatch(Cell.cubic(10), Cell.ofRows(10, 0, 0, 2, 9.8, 0, 0, 0, 10)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("angles"));
    }

    @Test
    void projectionsKeepTheIons() {
        VoxelGrid grid = VoxelGrid.of(CELL, 0.7);
        DensityMap density = map(random(CELL, 50, 7, 1), grid);
        for (int vector = 0; vector < 3; vector++) {
            Projection.Plane plane = Projection.plane(density, vector);
            double areaA2 = CELL.volumeA3() / CELL.heightA(vector) / (plane.width() * plane.height());
            assertThat(Arrays.stream(plane.perA2()).sum() * areaA2).isCloseTo(7, within(1e-9));
            Projection.Line line = Projection.line(density, vector);
            double layerA = CELL.heightA(vector) / grid.size(vector);
            assertThat(Arrays.stream(line.perA()).sum() * layerA).isCloseTo(7, within(1e-9));
            assertThat(line.distanceA()[0]).isCloseTo(layerA / 2, within(1e-12));
        }
        Projection.Plane plane = Projection.plane(density, 2);
        double sum = 0;
        for (int k = 0; k < grid.nc(); k++) {
            sum += density.perA3(grid.index(1, 2, k)) * CELL.heightA(2) / grid.nc();
        }
        assertThat(plane.perA2()[1 + plane.width() * 2]).isCloseTo(sum, within(1e-12));
    }

    /** Independent visits: counts are binomial, and both bootstraps must find their standard deviation. */
    @Test
    void errorsOfIndependentVisitsAreThoseOfCounting() {
        VoxelGrid grid = new VoxelGrid(CELL, 2, 2, 1);
        int frames = 2000;
        int ions = 40;
        IonTracks tracks = random(CELL, frames, ions, 5);
        DensityError error = DensityError.of(tracks, grid, 40, TaskRunner.serial());
        IonDensity density = IonDensity.of(tracks, grid, TaskRunner.serial());
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            double count = density.count(voxel);
            double binomial =
                    Math.sqrt(count * (1 - count / (frames * (double) ions))) / (frames * grid.voxelVolumeA3());
            assertThat(error.blockStdPerA3()[voxel] / binomial).isBetween(0.6, 1.4);
            assertThat(error.ionStdPerA3()[voxel] / binomial).isBetween(0.6, 1.4);
        }
        assertThat(error.blocks()).isEqualTo(40);
        assertThat(error.ions()).isEqualTo(40);
    }

    /** An ion at rest: time blocks agree perfectly, ions do not. */
    @Test
    void ionsAtRestAreCertainInTimeButNotAmongIons() {
        double[][] positionsA = new double[100][6];
        for (double[] frame : positionsA) {
            frame[3] = 4;
        }
        IonTracks tracks = IonTracks.ofCartesian(Cell.cubic(6), positionsA);
        VoxelGrid grid = new VoxelGrid(tracks.cell(), 2, 1, 1);
        DensityError error = DensityError.of(tracks, grid, 10, TaskRunner.serial());
        assertThat(error.blockStdPerA3()).containsExactly(0, 0);
        double oneIonA3 = 1 / grid.voxelVolumeA3();
        assertThat(error.ionStdPerA3()[0]).isCloseTo(oneIonA3 * Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void timeBlocksCoverAllFramesOnce() {
        List<FrameRange> pieces = List.of(new FrameRange(5, 12), new FrameRange(20, 33));
        List<List<FrameRange>> blocks = TimeBlocks.of(pieces, 3);
        assertThat(blocks)
                .containsExactly(
                        List.of(new FrameRange(5, 11)),
                        List.of(new FrameRange(11, 12), new FrameRange(20, 26)),
                        List.of(new FrameRange(26, 33)));
    }
}
