package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.percolith.pathways.NeighbourShell.CORNERS;
import static org.percolith.pathways.NeighbourShell.EDGES;
import static org.percolith.pathways.NeighbourShell.FACES;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.PhysicalConstants;

class MinimaxPathTest {

    private static final double TEMPERATURE_K = 500;

    private static List<MinimaxPath> paths(IntegerMap map, NeighbourShell shell) {
        return MinimaxPaths.find(map.grid, shell, map.counts, map.sweep(shell), TEMPERATURE_K);
    }

    private static MinimaxPath path(List<MinimaxPath> paths, String event) {
        return paths.stream().filter(p -> p.event().equals(event)).findFirst().orElseThrow();
    }

    @Test
    void straightChannelHasItsLengthAndItsProfile() {
        IntegerMap map = IntegerMap.of(8, 5, 5, (i, j, k) -> j == 2 && k == 2 ? 10 + 5 * Math.abs(i - 3) : 0);
        MinimaxPath path = path(paths(map, FACES), "1d");
        assertThat(path.winding().positive()).isEqualTo(new LatticeVector(1, 0, 0));
        assertThat(path.lengthA()).isCloseTo(8, within(1e-12));
        assertThat(path.tortuosity()).isCloseTo(1, within(1e-12));
        assertThat(path.points()).hasSize(9);
        assertThat(path.points().get(0).energyEv()).isZero();
        double thermalEv = PhysicalConstants.BOLTZMANN_EV_PER_K * TEMPERATURE_K;
        assertThat(path.barrierEv()).isCloseTo(thermalEv * Math.log(3.0), within(1e-12));
        assertThat(path.climbEv()).isEqualTo(path.barrierEv());
    }

    @Test
    void diagonalStairsAreWalkedDiagonally() {
        IntegerMap map = IntegerMap.empty(6, 6, 3);
        map.walk(0, 0, 1, "xyxyxyxyxyxy");
        MinimaxPath path = path(paths(map, FACES), "1d");
        assertThat(path.winding().positive()).isEqualTo(new LatticeVector(1, 1, 0));
        assertThat(path.lengthA()).isCloseTo(6 * Math.sqrt(2), within(1e-12));
        assertThat(path.tortuosity()).isCloseTo(1, within(1e-12));
        assertThat(path(paths(map, FACES), "b").winding().v()).isNotZero();
        assertThat(paths(map, FACES)).extracting(MinimaxPath::event).containsExactly("1d", "a", "b");
    }

    /** A wide plane winds along a + 2b: no step of the grid leads that way, but a taut string does. */
    @Test
    void channelsBetweenTheGridsDirectionsHaveTheirLength() {
        int n = 24;
        IntegerMap map = IntegerMap.of(n, n, 3, (i, j, k) -> {
            int off = Math.floorMod(j - 2 * i, n);
            return k == 1 && (off < 4 || off > n - 4) ? 20 : 0;
        });
        MinimaxPath path = path(paths(map, FACES), "1d");
        assertThat(path.winding().positive()).isEqualTo(new LatticeVector(1, 2, 0));
        double voxelByVoxelA = path.points().get(path.points().size() - 1).lengthA();
        assertThat(voxelByVoxelA).isGreaterThan(1.05 * path.straightA());
        assertThat(path.tortuosity()).isCloseTo(1, within(0.01));
    }

    @Test
    void detourCostsLength() {
        IntegerMap map = IntegerMap.empty(12, 12, 3);
        map.walk(0, 0, 1, "xxxyyyyyyxxxYYYYYYxxxxxx");
        IntegerMap necked = map.mapped(count -> 5 * count);
        necked.set(10, 0, 1, 1);
        MinimaxPath path = path(paths(necked, FACES), "1d");
        // Four of the corners can be cut, each by 2 - sqrt 2.
        assertThat(path.lengthA()).isCloseTo(24 - 4 * (2 - Math.sqrt(2)), within(1e-9));
        assertThat(path.straightA()).isCloseTo(12, within(1e-12));
    }

    @Test
    void helixReturnsAfterThreeCells() {
        VoxelGrid grid = new VoxelGrid(Cell.ofRows(4, 0, 0, 1, 4, 0, 0, 1, 5), 3, 3, 1);
        int[] counts = {1, 1, 0, 0, 1, 1, 1, 0, 1};
        Percolation percolation = new PercolationSweep(grid, FACES).sweep(counts);
        for (MinimaxPath path : MinimaxPaths.find(grid, FACES, counts, percolation, TEMPERATURE_K)) {
            PathPoint last = path.points().get(path.points().size() - 1);
            PathPoint first = path.points().get(0);
            assertThat(last.sa() - first.sa()).isCloseTo(path.winding().u(), within(1e-12));
            assertThat(last.sb() - first.sb()).isCloseTo(path.winding().v(), within(1e-12));
            assertThat(last.sc() - first.sc()).isCloseTo(path.winding().w(), within(1e-12));
        }
    }

    /** The highest point of each path is the threshold of its event, exactly, on any map and with any neighbours. */
    @Test
    void highestPointIsTheThreshold() {
        for (NeighbourShell shell : List.of(FACES, EDGES, CORNERS)) {
            for (int seed = 0; seed < 30; seed++) {
                Random random = new Random(seed);
                IntegerMap map = IntegerMap.of(7, 6, 5, (i, j, k) -> Math.max(0, random.nextInt(60) - 25));
                Percolation percolation = map.sweep(shell);
                List<MinimaxPath> paths = paths(map, shell);
                WindingLattice windings = WindingLattice.POINT;
                for (RankThreshold threshold : percolation.thresholds()) {
                    MinimaxPath path = path(paths, threshold.rank() + "d");
                    assertThat(path.points().stream()
                                    .mapToInt(PathPoint::counts)
                                    .min())
                            .hasValue(threshold.count());
                    windings = windings.with(path.winding());
                    assertThat(windings.rank()).isEqualTo(threshold.rank());
                    assertThat(path.tortuosity()).isGreaterThanOrEqualTo(1 - 1e-12);
                }
                for (int axis = 0; axis < 3; axis++) {
                    AxisThreshold threshold = percolation.axes().get(axis);
                    if (threshold.reached().isPresent()) {
                        MinimaxPath path = path(paths, List.of("a", "b", "c").get(axis));
                        assertThat(path.points().stream()
                                        .mapToInt(PathPoint::counts)
                                        .min())
                                .hasValue(threshold.reached().getAsInt());
                        assertThat(path.winding().components().get(axis)).isNotZero();
                    }
                }
            }
        }
    }

    @Test
    void bottlenecksAndPathsDoNotDependOnTheOrigin() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            // Counts so different that neighbourhoods are unique, but with ties on each level.
            IntegerMap map = IntegerMap.of(6, 7, 5, (i, j, k) -> {
                int r = random.nextInt(100);
                return r < 30 ? 0 : r < 60 ? r / 10 : 1000 * random.nextInt(1, 50);
            });
            IntegerMap shifted = IntegerMap.of(6, 7, 5, (i, j, k) -> map.at(i + 2, j - 3, k + 1));
            Percolation a = map.sweep(FACES);
            Percolation b = shifted.sweep(FACES);
            for (int rank = 1; rank <= a.rank(); rank++) {
                int voxel = b.threshold(rank).orElseThrow().bottleneckVoxel();
                VoxelGrid grid = map.grid;
                int moved = grid.index(
                        Math.floorMod(grid.slotOf(voxel, 0) + 2, 6),
                        Math.floorMod(grid.slotOf(voxel, 1) - 3, 7),
                        Math.floorMod(grid.slotOf(voxel, 2) + 1, 5));
                assertThat(moved).isEqualTo(a.threshold(rank).orElseThrow().bottleneckVoxel());
                assertThat(path(paths(shifted, FACES), rank + "d").lengthA())
                        .isCloseTo(path(paths(map, FACES), rank + "d").lengthA(), within(1e-9));
            }
        }
    }

    @Test
    void curveAgreesWithTheSweepAndCountsVolumes() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            IntegerMap map = IntegerMap.of(6, 5, 7, (i, j, k) -> Math.max(0, random.nextInt(40) - 10));
            Percolation percolation = map.sweep(FACES);
            DimensionalityCurve curve = new PercolationSweep(map.grid, FACES).curve(map.counts);
            for (int k = 0; k < curve.levels(); k++) {
                int level = curve.counts()[k];
                long in = java.util.Arrays.stream(map.counts)
                        .filter(c -> c >= level)
                        .count();
                assertThat(curve.visitedFraction()[k]).isEqualTo((double) in / map.counts.length);
                long rank = percolation.thresholds().stream()
                        .filter(t -> t.count() >= level)
                        .count();
                assertThat(curve.rank()[k]).isEqualTo((int) rank);
                assertThat(curve.percolatingFraction()[k]).isBetween(0.0, curve.visitedFraction()[k]);
                assertThat(curve.percolatingFraction()[k] > 0).isEqualTo(rank > 0);
            }
            int voxels = percolation.components().stream()
                    .mapToInt(PercolatingComponent::voxels)
                    .sum();
            assertThat(curve.percolatingFraction()[curve.levels() - 1]).isEqualTo((double) voxels / map.counts.length);
            assertThat(curve.isovalueEv(TEMPERATURE_K)[0]).isZero();
        }
    }
}
