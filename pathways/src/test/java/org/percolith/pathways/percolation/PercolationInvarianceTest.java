package org.percolith.pathways.percolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.percolith.pathways.periodic.NeighbourShell.FACES;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What must not depend on the choice of origin, axes, cell or order. */
class PercolationInvarianceTest {

    private static IntegerMap random(long seed) {
        Random random = new Random(seed);
        return IntegerMap.of(5, 6, 7, (i, j, k) -> Math.max(0, random.nextInt(9) - 2));
    }

    private static List<Integer> levels(Percolation percolation) {
        return percolation.thresholds().stream().map(RankThreshold::count).toList();
    }

    private static List<List<OptionalInt>> axisLevels(Percolation percolation) {
        return percolation.axes().stream()
                .map(axis -> List.of(axis.reached(), axis.held()))
                .toList();
    }

    @Test
    void shiftedGridsPercolateAlike() {
        for (int seed = 0; seed < 40; seed++) {
            IntegerMap map = random(seed);
            IntegerMap shifted = IntegerMap.of(5, 6, 7, (i, j, k) -> map.at(i + 3, j - 2, k + 4));
            Percolation a = map.sweep(FACES);
            Percolation b = shifted.sweep(FACES);
            assertThat(axisLevels(b)).isEqualTo(axisLevels(a));
            assertThat(b.network()).isEqualTo(a.network());
            assertThat(b.components()).containsExactlyInAnyOrderElementsOf(a.components());
            assertThat(b.thresholds())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("bottleneckVoxel")
                    .isEqualTo(a.thresholds());
        }
    }

    @Test
    void permutedAxesPermuteTheAnswer() {
        for (int seed = 0; seed < 40; seed++) {
            IntegerMap map = random(seed);
            IntegerMap permuted = IntegerMap.of(7, 5, 6, (i, j, k) -> map.at(j, k, i));
            Percolation a = map.sweep(FACES);
            Percolation b = permuted.sweep(FACES);
            assertThat(levels(b)).isEqualTo(levels(a));
            assertThat(axisLevels(b))
                    .containsExactly(
                            axisLevels(a).get(2),
                            axisLevels(a).get(0),
                            axisLevels(a).get(1));
        }
    }

    @Test
    void supercellsKeepRanksAndLevels() {
        for (int seed = 0; seed < 20; seed++) {
            IntegerMap map = random(seed);
            IntegerMap supercell = IntegerMap.of(10, 12, 21, map::at);
            assertThat(levels(supercell.sweep(FACES))).isEqualTo(levels(map.sweep(FACES)));
        }
    }

    @Test
    void sweepsAreReusable() {
        IntegerMap map = random(1);
        PercolationSweep sweep = new PercolationSweep(map.grid, FACES);
        Percolation first = sweep.sweep(map.counts);
        sweep.sweep(random(2).counts);
        assertThat(sweep.sweep(map.counts)).isEqualTo(first);
        assertThat(sweep.thresholds(map.counts, LevelSweep.visited(map.counts)).counts())
                .isEqualTo(levels(first));
    }

    @Test
    void sortsCountsBeyondOneDigit() {
        int[] counts = {5, 3_000_000, 0, 70_000, 5, Integer.MAX_VALUE, 70_000, 2_048};
        int[] voxels = {0, 1, 2, 3, 4, 5, 6, 7};
        assertThat(FallingOrder.sort(voxels, 8, counts)).containsExactly(5, 1, 3, 6, 7, 0, 4, 2);
    }
}
