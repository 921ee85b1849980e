package org.percolith.pathways.percolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.percolith.pathways.periodic.NeighbourShell.CORNERS;
import static org.percolith.pathways.periodic.NeighbourShell.EDGES;
import static org.percolith.pathways.periodic.NeighbourShell.FACES;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.WindingLattice;
import org.percolith.trajectory.Cell;

/** Maps whose topology is known by construction. */
class PercolationTopologyTest {

    private static List<LatticeVector> directions(Percolation percolation) {
        return percolation
                .threshold(percolation.rank())
                .orElseThrow()
                .windings()
                .directions();
    }

    @Test
    void emptyMapDoesNotPercolate() {
        Percolation percolation = IntegerMap.empty(4, 5, 6).sweep(FACES);
        assertThat(percolation.rank()).isZero();
        assertThat(percolation.maxCount()).isZero();
        assertThat(percolation.components()).isEmpty();
        assertThat(percolation.cages()).isZero();
    }

    @Test
    void fullMapPercolatesInAllDirectionsAtOnce() {
        Percolation percolation = IntegerMap.of(4, 5, 6, (i, j, k) -> 7).sweep(FACES);
        assertThat(percolation.thresholds()).extracting(RankThreshold::count).containsExactly(7, 7, 7);
        assertThat(percolation.threshold(3).orElseThrow().windings().index()).isEqualTo(1);
        assertThat(percolation.threshold(3).orElseThrow().share()).isEqualTo(1);
        assertThat(percolation.threshold(3).orElseThrow().barrierEv(500)).isZero();
    }

    /** Straight lines on an 8 x 8 x 8 grid, as in the table of GEMDAT's faults (golden/gemdat/demo_percolation_faults). */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, FACES, [1 0 0]",
        "1, 1, 0, EDGES, [1 1 0]",
        "1, 1, 1, CORNERS, [1 1 1]",
        "1, -1, 1, CORNERS, [1 -1 1]",
        "1, 1, -1, CORNERS, [1 1 -1]"
    })
    void lineIsOneDimensional(int di, int dj, int dk, NeighbourShell shell, String direction) {
        IntegerMap map = IntegerMap.empty(8, 8, 8);
        for (int step = 0; step < 8; step++) {
            map.set(step * di, step * dj, step * dk, 1);
        }
        Percolation percolation = map.sweep(shell);
        assertThat(percolation.rank()).isEqualTo(1);
        assertThat(directions(percolation)).hasToString("[" + direction + "]");
        assertThat(percolation.axes().get(0).reached()).hasValue(1);
        assertThat(percolation.axes().get(0).held().isPresent()).isEqualTo(dj == 0);
        assertThat(map.sweep(FACES).rank()).isEqualTo(shell == FACES ? 1 : 0);
    }

    @Test
    void steepChannelKeepsItsDirection() {
        IntegerMap map = IntegerMap.empty(8, 8, 8);
        map.walk(0, 0, 0, "xxy".repeat(8));
        assertThat(directions(map.sweep(FACES))).hasToString("[[2 1 0]]");
    }

    @Test
    void slabIsTwoDimensional() {
        Percolation percolation =
                IntegerMap.of(8, 7, 6, (i, j, k) -> k == 2 ? 1 : 0).sweep(FACES);
        assertThat(percolation.rank()).isEqualTo(2);
        assertThat(directions(percolation)).hasToString("[[1 0 0], [0 1 0]]");
        assertThat(percolation.axes().get(2).reached()).isEmpty();
    }

    @Test
    void crossingLinesAreThreeDimensional() {
        Percolation percolation = IntegerMap.of(
                        8, 8, 8, (i, j, k) -> (i == 0 ? 1 : 0) + (j == 0 ? 1 : 0) + (k == 0 ? 1 : 0) >= 2 ? 1 : 0)
                .sweep(FACES);
        assertThat(percolation.rank()).isEqualTo(3);
        assertThat(percolation.components()).hasSize(1);
    }

    @Test
    void separateCrossingChannelsHaveRankOneEachAndNetworkRankTwo() {
        Percolation percolation = IntegerMap.of(8, 8, 8, (i, j, k) -> j == 1 && k == 1 ? 3 : i == 5 && k == 5 ? 1 : 0)
                .sweep(FACES);
        assertThat(percolation.rank()).isEqualTo(1);
        assertThat(percolation.network().rank()).isEqualTo(2);
        assertThat(percolation.components())
                .extracting(PercolatingComponent::share)
                .containsExactly(0.75, 0.25);
        assertThat(percolation.axes().get(0).held()).hasValue(3);
        assertThat(percolation.axes().get(1).held()).hasValue(1);
    }

    @Test
    void helixThatClosesAfterThreeTurnsHasIndexThree() {
        IntegerMap map = IntegerMap.empty(6, 6, 4);
        // Twelve steps around a ring, one a layer: a cell of four layers turns the helix by a third.
        map.walk(0, 0, 0, "xzxzxz" + "yzyzyz" + "XzXzXz" + "YzYzYz");
        Percolation percolation = map.sweep(FACES);
        WindingLattice windings = percolation.threshold(1).orElseThrow().windings();
        assertThat(percolation.rank()).isEqualTo(1);
        assertThat(windings.basis()).hasToString("[[0 0 3]]");
        assertThat(windings.index()).isEqualTo(3);
        assertThat(windings.directions()).hasToString("[[0 0 1]]");
    }

    @Test
    void pathThatLeavesThroughOneFaceAndReturnsThroughAnotherIsACage() {
        IntegerMap map = IntegerMap.empty(7, 7, 7);
        // Out through +a, then +b, and back through -a and -b: a closed ring around the cell's edge.
        map.walk(5, 5, 3, "xxx" + "yyy" + "XXX" + "YYY");
        Percolation percolation = map.sweep(FACES);
        assertThat(percolation.rank()).isZero();
        assertThat(percolation.cages()).isEqualTo(1);
    }

    @Test
    void interpenetratingTwinsAreTwoComponents() {
        // Lines along all three axes through the cell's corner, and the same again through its middle.
        IntegerMap map = IntegerMap.of(8, 8, 8, (i, j, k) -> isLine(i, j, k, 0) || isLine(i, j, k, 4) ? 1 : 0);
        Percolation percolation = map.sweep(FACES);
        assertThat(percolation.components()).hasSize(2).allSatisfy(component -> {
            assertThat(component.windings().rank()).isEqualTo(3);
            assertThat(component.windings().index()).isEqualTo(1);
            assertThat(component.share()).isEqualTo(0.5);
        });
    }

    private static boolean isLine(int i, int j, int k, int through) {
        return (i == through ? 1 : 0) + (j == through ? 1 : 0) + (k == through ? 1 : 0) >= 2;
    }

    @Test
    void networkInterpenetratedByItsOwnImageHasIndexTwo() {
        // Diagonal connections only: from each node to its images displaced by [110], [011], [101].
        IntegerMap map = IntegerMap.empty(9, 9, 9);
        map.walk(0, 0, 0, "xy".repeat(9));
        map.walk(0, 0, 0, "yz".repeat(9));
        map.walk(0, 0, 0, "zx".repeat(9));
        Percolation percolation = map.sweep(FACES);
        WindingLattice windings = percolation.threshold(3).orElseThrow().windings();
        assertThat(windings.index()).isEqualTo(2);
        assertThat(windings.contains(new LatticeVector(1, 0, 0))).isFalse();
        assertThat(windings.contains(new LatticeVector(1, -1, 0))).isTrue();
        assertThat(windings.holdsAxis(0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(NeighbourShell.class)
    void thinGridsWrapOntoThemselves(NeighbourShell shell) {
        Percolation point = IntegerMap.of(1, 1, 1, (i, j, k) -> 4).sweep(shell);
        assertThat(point.rank()).isEqualTo(3);
        assertThat(point.threshold(3).orElseThrow().windings().index()).isEqualTo(1);
        Percolation sheet =
                IntegerMap.of(1, 4, 4, (i, j, k) -> j == 0 && k == 0 ? 1 : 0).sweep(shell);
        assertThat(directions(sheet)).hasToString("[[1 0 0]]");
        Percolation pair = IntegerMap.of(2, 4, 4, (i, j, k) -> j == 0 && k == 0 ? 2 - i : 0)
                .sweep(shell);
        assertThat(pair.threshold(1).orElseThrow().count()).isEqualTo(1);
        assertThat(directions(pair)).hasToString("[[1 0 0]]");
        assertThat(pair.threshold(1).orElseThrow().windings().index()).isEqualTo(1);
    }

    @Test
    void reportsBottleneckShareAndBarrier() {
        IntegerMap map = IntegerMap.of(10, 5, 5, (i, j, k) -> j == 2 && k == 3 ? (i == 6 ? 2 : 20) : 0);
        map.set(0, 0, 0, 18);
        RankThreshold threshold = map.sweep(FACES).threshold(1).orElseThrow();
        assertThat(threshold.count()).isEqualTo(2);
        assertThat(threshold.bottleneckVoxel()).isEqualTo(map.grid.index(6, 2, 3));
        assertThat(threshold.share()).isEqualTo(182.0 / 200);
        assertThat(threshold.barrierEv(500)).isEqualTo(8.617333262e-5 * 500 * Math.log(10));
    }

    @Test
    void refusesGridsWhoseWindingsCouldOverflow() {
        VoxelGrid flat = new VoxelGrid(Cell.orthorhombic(1100, 1100, 1), 1100, 1100, 1);
        assertThatThrownBy(() -> new PercolationSweep(flat, FACES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1100 x 1100 x 1");
        assertThat(EDGES.neighbours() + CORNERS.neighbours()).isEqualTo(18 + 26);
    }
}
