package org.percolith.trajectory.format.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** Datasets as netCDF-4 writes the variables of AMBER: two atoms, two frames, the cell and the times of each. */
class AmberHdf5ReaderTest {

    private static final StructureHints LITHIUM_SULFUR =
            new StructureHints(Map.of(), new Structure(Cell.cubic(9), new Atoms(List.of("Li", "S"))));
    private static final double[][] ANGLES = {{90, 90, 60}, {90, 90, 60}};

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void positionsCellsAndTimes() throws IOException {
        Path file = write(2.5f, new double[][] {{10, 12, 14}, {11, 12, 14}});
        ReadFrames read = ReadFrames.of(file, LITHIUM_SULFUR);
        assertThat(read.frames()).isEqualTo(2);
        assertThat(read.atoms().symbols()).containsExactly("Li", "S");
        assertThat(read.cells().get(1)).isEqualTo(Cell.ofLengthsAndAngles(11, 12, 14, 90, 90, 60));
        assertThat(read.cartesian(1, 1)).containsExactly(new double[] {2.5, 2, 3}, within(1e-6));
        assertThat(read.notices()).isEmpty();
        try (TrajectoryReader reader = new TrajectoryFiles().open(file, LITHIUM_SULFUR)) {
            Frame frame = new Frame(2);
            while (reader.next(frame)) {
                assertThat(frame.timeFs()).isNotNull();
            }
            assertThat(reader.frameIntervalFs().orElseThrow().value()).isCloseTo(250, within(1e-6));
        }
    }

    @Test
    void withoutACellThatOfTheStructureHolds() throws IOException {
        ReadFrames read = ReadFrames.of(write(2.5f, new double[2][3]), LITHIUM_SULFUR);
        assertThat(read.cells()).containsOnly(Cell.cubic(9));
        assertThatThrownBy(() -> ReadFrames.of(write(2.5f, new double[2][3])))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("--lattice");
    }

    /** What netCDF reads where nothing was written. */
    @Test
    void aFillValueEndsTheReading() throws IOException {
        ReadFrames read =
                ReadFrames.of(write(9.96921e36f, new double[][] {{10, 12, 14}, {11, 12, 14}}), LITHIUM_SULFUR);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("frame 2 of 2", "atom 2", "far from any cell");
    }

    /** The last atom of the last frame is at (x, 2, 3). */
    private Path write(float x, double[][] lengths) {
        Path file = folder.resolve("md.nc");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("Conventions", "AMBER");
            hdf.putDataset("coordinates", new float[][][] {{{0, 0, 0}, {1, 2, 3}}, {{0, 0, 1}, {x, 2, 3}}});
            hdf.putDataset("cell_lengths", lengths);
            hdf.putDataset("cell_angles", ANGLES);
            hdf.putDataset("time", new float[] {1, 1.25f}).putAttribute("units", "picosecond");
        }
        return file;
    }
}
