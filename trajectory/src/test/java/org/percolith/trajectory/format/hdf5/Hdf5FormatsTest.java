package org.percolith.trajectory.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** vaspout.h5 and H5MD in the layouts that programs may choose, and damaged. */
class Hdf5FormatsTest {

    private static final int STEPS = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, STEPS})
    void vaspoutReadsContiguousAndChunked(int stepsPerChunk) throws IOException {
        ReadFrames read = ReadFrames.of(vaspout(stepsPerChunk, STEPS, group -> {}));
        assertThat(read.frames()).isEqualTo(STEPS);
        assertThat(read.atoms().formula()).isEqualTo("Li2 S1");
        assertThat(read.cells().get(2).lengthA(0)).isCloseTo(10.2, within(1e-12));
        assertThat(read.fractional().get(6)[8]).isEqualTo(0.68);
        assertThat(read.settings().timestepFs()).hasValue(2);
        assertThat(read.truncated()).isFalse();
    }

    @Test
    void stepsThatWereNeverFilledAreNoFrames() throws IOException {
        ReadFrames read = ReadFrames.of(vaspout(0, 4, group -> {}));
        assertThat(read.frames()).isEqualTo(4);
        assertThat(read.notices()).singleElement().asString().contains("from 5 of 7 on were never filled");
    }

    @Test
    void theTemperatureIsFoundByItsTag() throws IOException {
        Path file = vaspout(0, STEPS, dynamics -> {
            double[][] energies = new double[STEPS][];
            Arrays.setAll(energies, step -> new double[] {-100, 600 + step});
            dynamics.putDataset("energies", energies);
            dynamics.putDataset("energies_tags", new String[] {"free energy", "temperature    TEIN"});
        });
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(3);
            while (reader.next(frame)) {
                assertThat(frame.cell()).isNotNull();
            }
            assertThat(reader.meanTemperatureK()).hasValue(603);
        }
    }

    @Test
    void aMissingGroupIsNamed() throws IOException {
        Path file = folder.resolve("vaspout.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putGroup("results").putDataset("nothing", new double[] {1});
        }
        assertThatThrownBy(() -> ReadFrames.of(file))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("intermediate/ion_dynamics/position_ions")
                .hasMessageContaining("XDATCAR");
    }

    @Test
    void aCutFileGivesItsFramesOrOneClearRefusal() throws IOException {
        byte[] whole = Files.readAllBytes(vaspout(1, STEPS, group -> {}));
        Path file = folder.resolve("cut.h5");
        for (int length = 9; length < whole.length; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                assertThat(ReadFrames.of(file).frames()).isBetween(0, STEPS);
            } catch (UnsupportedFormatException e) {
                assertThat(e).hasMessageContaining("cut.h5");
            }
        }
    }

    /** Copper of the MDAnalysis test files: elements come from the user, since species are numbers of any meaning. */
    @Test
    void aPublicH5mdReadsAsItsTruthSays() throws IOException {
        Path file = SharedData.find("public/formats/other/mda_cu.h5md");
        Structure copper = new Structure(Cell.cubic(10), new Atoms(Collections.nCopies(108, "Cu")));
        ReadFrames read = ReadFrames.of(file, new StructureHints(Map.of(), copper));
        assertThat(read.frames()).isEqualTo(20);
        assertThat(read.cartesian(0, 0))
                .containsExactly(new double[] {0.07884859, -0.03009585, -0.02360368}, within(1e-7));
        assertThat(read.cartesian(19, 0))
                .containsExactly(new double[] {0.28879815, 0.09920622, -0.19033865}, within(1e-7));
        assertThatThrownBy(() -> ReadFrames.of(file))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("names no elements");
    }

    private Path vaspout(int stepsPerChunk, int filled, Consumer<WritableGroup> more) {
        double[][][] lattices = new double[STEPS][3][3];
        double[][][] positions = new double[STEPS][3][3];
        for (int step = 0; step < filled; step++) {
            for (int k = 0; k < 3; k++) {
                lattices[step][k][k] = 10 + 0.1 * step;
                Arrays.setAll(positions[step][k], axis -> 0.08);
            }
            positions[step][2][2] = 0.08 + 0.1 * step;
        }
        Path file = folder.resolve("vaspout.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            WritableGroup dynamics = hdf.putGroup("intermediate").putGroup("ion_dynamics");
            put(dynamics, "lattice_vectors", lattices, stepsPerChunk);
            put(dynamics, "position_ions", positions, stepsPerChunk);
            more.accept(dynamics);
            WritableGroup structure = hdf.putGroup("results").putGroup("positions");
            structure.putDataset("ion_types", new String[] {"Li_sv/1a2b", "S"});
            structure.putDataset("number_ion_types", new long[] {2, 1});
            hdf.putGroup("input").putGroup("incar").putDataset("POTIM", 2.0);
        }
        return file;
    }

    private static void put(WritableGroup group, String name, double[][][] data, int stepsPerChunk) {
        if (stepsPerChunk == 0) {
            group.putDataset(name, data);
        } else {
            group.putDataset(
                    name,
                    data,
                    DatasetCreationOptions.builder()
                            .chunkDimensions(stepsPerChunk, 3, 3)
                            .deflate(6)
                            .build());
        }
    }
}
