package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;

class VoxelGridTest {

    @Test
    void dividesTheCellIntoVoxelsNoLongerThanTheSpacing() {
        VoxelGrid grid = VoxelGrid.of(Cell.ofRows(10, 0, 0, 3, 4, 0, 0, 0, 12.01), 0.4);
        assertThat(grid.na()).isEqualTo(25);
        assertThat(grid.nb()).isEqualTo(13);
        assertThat(grid.nc()).isEqualTo(31);
        assertThat(grid.voxelVolumeA3() * grid.voxels()).isCloseTo(480.4, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.3, 0.4, 0.7})
    void multipleOfTheSpacingGetsNoExtraVoxel(double spacingA) {
        for (int n = 1; n < 200; n++) {
            assertThat(VoxelGrid.of(Cell.cubic(n * spacingA), spacingA).na()).isEqualTo(n);
        }
    }

    @Test
    void indexRunsFastestAlongA() {
        VoxelGrid grid = new VoxelGrid(Cell.cubic(5), 4, 5, 6);
        assertThat(grid.index(1, 0, 0)).isEqualTo(1);
        assertThat(grid.index(0, 1, 0)).isEqualTo(4);
        assertThat(grid.index(0, 0, 1)).isEqualTo(20);
        for (int voxel = 0; voxel < grid.voxels(); voxel++) {
            assertThat(grid.index(grid.slotOf(voxel, 0), grid.slotOf(voxel, 1), grid.slotOf(voxel, 2)))
                    .isEqualTo(voxel);
            assertThat(grid.voxelAt(grid.centre(voxel, 0), grid.centre(voxel, 1) - 3, grid.centre(voxel, 2) + 2))
                    .isEqualTo(voxel);
        }
    }

    @Test
    void slotsHoldAtTheEdgesOfTheCell() {
        for (int n : new int[] {1, 2, 3, 10, 33, 49, 64, 1000}) {
            assertThat(VoxelGrid.slot(0, n)).isZero();
            assertThat(VoxelGrid.slot(-0.0, n)).isZero();
            assertThat(VoxelGrid.slot(1, n)).isZero();
            assertThat(VoxelGrid.slot(-3, n)).isZero();
            assertThat(VoxelGrid.slot(Math.nextDown(1.0), n)).isEqualTo(n - 1);
            assertThat(VoxelGrid.slot(-1e-17, n)).isEqualTo(n - 1);
            assertThat(VoxelGrid.slot(-Double.MIN_VALUE, n)).isEqualTo(n - 1);
            assertThat(VoxelGrid.slot(5 - 1e-12, n)).isEqualTo(n - 1);
            assertThat(VoxelGrid.slot(-0.5 / n, n)).isEqualTo(n - 1);
        }
    }

    @Test
    void refusesImpossibleGrids() {
        assertThatThrownBy(() -> VoxelGrid.of(Cell.cubic(10), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VoxelGrid.of(Cell.cubic(10), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VoxelGrid.of(Cell.cubic(100), 0.01))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger voxel");
    }
}
