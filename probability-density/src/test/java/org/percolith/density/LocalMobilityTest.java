package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/** Walkers that are fast in one half of the cell. */
class LocalMobilityTest {

    private static final double EDGE_A = 20;

    /** Steps of 0.3 Å along each axis where x is in the left half of the cell, of 0.1 Å in the right half. */
    @Test
    void fastPlacesAreTold() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] positions = new double[4000][30];
        for (int k = 0; k < 30; k++) {
            positions[0][k] = EDGE_A * random.nextDouble();
        }
        for (int frame = 1; frame < positions.length; frame++) {
            for (int ion = 0; ion < 10; ion++) {
                double x = positions[frame - 1][3 * ion];
                double step = Math.floorMod((long) Math.floor(x), 20L) < 10 ? 0.3 : 0.1;
                for (int axis = 0; axis < 3; axis++) {
                    positions[frame][3 * ion + axis] =
                            positions[frame - 1][3 * ion + axis] + step * random.nextGaussian();
                }
            }
        }
        VoxelGrid grid = new VoxelGrid(Cell.cubic(EDGE_A), 4, 1, 1);
        LocalMobility found = LocalMobility.of(IonTracks.ofCartesian(Cell.cubic(EDGE_A), positions), grid, 1);
        assertThat(found.perA3(0)).isCloseTo(3 * 0.09, within(0.01));
        assertThat(found.perA3(1)).isCloseTo(3 * 0.09, within(0.01));
        assertThat(found.perA3(2)).isCloseTo(3 * 0.01, within(0.001));
        assertThat(found.perA3(3)).isCloseTo(3 * 0.01, within(0.001));
        assertThat(found.lagFrames()).isEqualTo(1);
    }

    @Test
    void placesSeldomVisitedReadZero() {
        double[][] positions = new double[LocalMobility.FEWEST_WINDOWS][3];
        VoxelGrid grid = new VoxelGrid(Cell.cubic(EDGE_A), 4, 1, 1);
        LocalMobility found = LocalMobility.of(IonTracks.ofCartesian(Cell.cubic(EDGE_A), positions), grid, 1);
        assertThat(found.perA3(0)).isZero();
    }
}
