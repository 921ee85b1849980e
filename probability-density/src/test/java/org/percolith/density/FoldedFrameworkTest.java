package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

class FoldedFrameworkTest {

    private static final Cell SUPERCELL = Cell.ofRows(10, 0, 0, 2, 10, 0, 0, 0, 8);

    /** 2 x 2 x 1 cells of S at the origin and P at (0.5, 0.5, 0.5), jittered. */
    private static Framework crystal(double jitter, String firstAnion) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> species = new ArrayList<>();
        List<Double> s = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                species.add(i + j == 0 ? firstAnion : "S");
                s.addAll(List.of(i / 2.0 - random.nextDouble(jitter), j / 2.0 + random.nextDouble(jitter), 0.0));
                species.add("P");
                s.addAll(List.of((i + 0.5) / 2, (j + 0.5) / 2, 0.5));
            }
        }
        return new Framework(species, s);
    }

    @Test
    void equivalentAtomsBecomeOne() {
        FoldedFramework folded = FoldedFramework.fold(crystal(0.01, "S"), SUPERCELL, 2, 2, 1, 0.8);
        assertThat(folded.framework().species()).containsExactly("S", "P");
        assertThat(folded.atomsBySite()).containsExactly(4, 4);
        assertThat(folded.incompleteSites()).isZero();
        assertThat(folded.mixedSites()).isZero();
        assertThat(folded.largestSpreadA()).isBetween(0.001, 0.2);
        assertThat(folded.framework().fractional(1, 2)).isCloseTo(0.5, within(1e-12));
        assertThat(folded.framework().fractional(0, 0)).isBetween(-0.02, 0.0);
    }

    @Test
    void exchangedElementsAreMixedSitesAndStraysStayVisible() {
        FoldedFramework mixed = FoldedFramework.fold(crystal(0.01, "Cl"), SUPERCELL, 2, 2, 1, 0.8);
        assertThat(mixed.framework().species()).containsExactly("S", "P");
        assertThat(mixed.mixedSites()).isEqualTo(1);
        FoldedFramework strict = FoldedFramework.fold(crystal(0.2, "Cl"), SUPERCELL, 2, 2, 1, 0.1);
        assertThat(strict.framework().atoms()).isGreaterThan(2);
        assertThat(strict.incompleteSites()).isPositive();
        assertThat(strict.atomsBySite().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(8);
    }

    @Test
    void foldedDensityIsTheSumOfTheCellsDensities() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] positionsA = new double[300][9];
        for (double[] frame : positionsA) {
            for (int k = 0; k < 9; k++) {
                frame[k] = random.nextDouble(-20, 20);
            }
        }
        IonTracks tracks = IonTracks.ofCartesian(SUPERCELL, positionsA);
        VoxelGrid large = new VoxelGrid(SUPERCELL, 8, 6, 4);
        IonTracks foldedTracks = tracks.folded(2, 3, 1);
        VoxelGrid small = new VoxelGrid(foldedTracks.cell(), 4, 2, 4);
        IonDensity whole = IonDensity.of(tracks, large, TaskRunner.serial());
        IonDensity folded = IonDensity.of(foldedTracks, small, TaskRunner.serial());
        long[] sum = new long[small.voxels()];
        for (int voxel = 0; voxel < large.voxels(); voxel++) {
            sum[small.index(large.slotOf(voxel, 0) % 4, large.slotOf(voxel, 1) % 2, large.slotOf(voxel, 2))] +=
                    whole.count(voxel);
        }
        for (int voxel = 0; voxel < sum.length; voxel++) {
            assertThat(folded.count(voxel)).isEqualTo(sum[voxel]);
        }
        assertThat(folded.map().integral()).isCloseTo(3, within(1e-12));
    }

    @Test
    void nearestImagesInASkewedCellAreTheBruteForceOnes() {
        Cell skewed = Cell.ofRows(5, 0, 0, 4.6, 2, 0, 4.4, 1.7, 1.5);
        NearestImage image = new NearestImage(skewed);
        SplittableRandom random = new SplittableRandom(9);
        for (int trial = 0; trial < 500; trial++) {
            double[] s = random.doubles(3, -3, 3).toArray();
            double bestA2 = Double.MAX_VALUE;
            for (int u = -9; u <= 9; u++) {
                for (int v = -9; v <= 9; v++) {
                    for (int w = -9; w <= 9; w++) {
                        bestA2 = Math.min(bestA2, skewed.squaredLengthA2(s[0] + u, s[1] + v, s[2] + w));
                    }
                }
            }
            assertThat(image.distanceA(s[0], s[1], s[2])).isCloseTo(Math.sqrt(bestA2), within(1e-9));
        }
    }
}
