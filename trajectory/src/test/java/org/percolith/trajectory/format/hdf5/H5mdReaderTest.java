package org.percolith.trajectory.format.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** H5MD in the layouts that its specification leaves to the writer: Li at (frame, 2, 3) Å and S at the same place. */
class H5mdReaderTest {

    private static final int FRAMES = 4;
    private static final StructureHints TYPES = new StructureHints(Map.of(7, "Li", 9, "S"), null);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void speciesMayBeNames() throws IOException {
        assertThat(read(group -> fixedBox(group).putDataset("species", new String[] {"Li", "S"}))
                        .atoms()
                        .symbols())
                .containsExactly("Li", "S");
        assertThatThrownBy(() -> read(group -> fixedBox(group).putDataset("species", new String[] {"Li", "?"})))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("names no elements");
    }

    @Test
    void speciesMayBeNumbersThatTheUserNames() throws IOException {
        Path file = write(group -> fixedBox(group).putDataset("species", new int[] {7, 9}));
        assertThat(ReadFrames.of(file, TYPES).atoms().symbols()).containsExactly("Li", "S");
        assertThatThrownBy(() -> ReadFrames.of(file)).isInstanceOf(UnsupportedFormatException.class);
        assertThatThrownBy(() -> ReadFrames.of(file, new StructureHints(Map.of(7, "Li"), null)))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("Name all types");
    }

    @Test
    void speciesMayBeWrittenByStep() throws IOException {
        ReadFrames read = read(group -> {
            fixedBox(group);
            WritableDataset numbers = group.putGroup("species").putDataset("value", new int[][] {{3, 16}, {3, 16}});
            numbers.putAttribute(H5mdSpecies.MEANING, H5mdSpecies.ATOMIC_NUMBER);
        });
        assertThat(read.atoms().symbols()).containsExactly("Li", "S");
    }

    @Test
    void imagesUnwrap() throws IOException {
        int[][][] flags = new int[FRAMES][2][3];
        flags[2][0] = new int[] {1, 0, -2};
        ReadFrames read = read(group -> named(group).putGroup("image").putDataset("value", flags));
        assertThat(read.cartesian(2, 0)).containsExactly(new double[] {12, 2, -17}, within(1e-12));
        assertThat(read.cartesian(2, 1)).containsExactly(new double[] {2, 2, 3}, within(1e-12));
        assertThat(read.unwrapped()).isTrue();
    }

    @Test
    void stepsMayCountFromAnOffset() throws IOException {
        ReadFrames read = read(group -> {
            named(group);
            WritableGroup position = (WritableGroup) group.getChild("position");
            position.putDataset("step", 100).putAttribute("offset", 5000);
        });
        assertThat(read.labels()).containsExactly(5000L, 5100L, 5200L, 5300L);
    }

    /** Edges at steps 0 and 20, positions at 0, 10, 20 and 30: at 10 the cell is known only if it did not change. */
    @Test
    void edgesMayBeWrittenMoreRarelyThanPositions() throws IOException {
        ReadFrames constant = readWithEdges(new double[][] {{10, 10, 10}, {10, 10, 10}});
        assertThat(constant.frames()).isEqualTo(FRAMES);
        assertThat(constant.cells().get(3)).isEqualTo(Cell.cubic(10));
        ReadFrames changing = readWithEdges(new double[][] {{10, 10, 10}, {11, 11, 11}});
        assertThat(changing.frames()).isEqualTo(1);
        assertThat(changing.notices()).singleElement().asString().contains("frame 2 of 4 has no cell");
    }

    @Test
    void aFileWithoutABoxNeedsAStructure() {
        assertThatThrownBy(() -> read(group -> group.putDataset("species", new String[] {"Li", "S"})))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("--lattice");
    }

    @Test
    void unitsMayBePlural() throws IOException {
        ReadFrames read = read(group -> {
            named(group);
            WritableGroup position = (WritableGroup) group.getChild("position");
            ((WritableDataset) position.getChild("value")).putAttribute("unit", "nanometers");
        });
        assertThat(read.cartesian(1, 0)).containsExactly(new double[] {10, 20, 30}, within(1e-12));
    }

    @Test
    void framesThatWereNeverFilledAreNone() throws IOException {
        double[][][] values = positions();
        values[3] = new double[2][3];
        ReadFrames read = ReadFrames.of(write(values, H5mdReaderTest::named));
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.notices()).anyMatch(notice -> notice.contains("frame 4 of 4 was never filled"));
        values[3][1][2] = 1e30;
        assertThat(ReadFrames.of(write(values, H5mdReaderTest::named)).notices())
                .anyMatch(notice -> notice.contains("atom 2 is no number, or far from any cell"));
    }

    @Test
    void theGroupThatIsReadIsTold() throws IOException {
        Path file = folder.resolve("groups.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putGroup("h5md");
            WritableGroup particles = hdf.putGroup("particles");
            for (String name : List.of("still", "mobile", "solvent")) {
                WritableGroup group = particles.putGroup(name);
                named(group);
                if (!name.equals("still")) {
                    group.putGroup("position").putDataset("value", positions());
                }
            }
        }
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.notices()).anyMatch(notice -> notice.contains("[mobile, solvent], mobile is read"));
    }

    private ReadFrames readWithEdges(double[][] edges) throws IOException {
        return read(group -> {
            group.putDataset("species", new String[] {"Li", "S"});
            WritableGroup position = (WritableGroup) group.getChild("position");
            position.putDataset("step", new long[] {0, 10, 20, 30});
            WritableGroup written = group.putGroup("box").putGroup("edges");
            written.putDataset("value", edges).putAttribute("unit", "Angstrom");
            written.putDataset("step", new long[] {0, 20});
            ((WritableDataset) position.getChild("value")).putAttribute("unit", "Angstrom");
        });
    }

    private static WritableGroup named(WritableGroup group) {
        group.putDataset("species", new String[] {"Li", "S"});
        return fixedBox(group);
    }

    private static WritableGroup fixedBox(WritableGroup group) {
        group.putGroup("box").putDataset("edges", new double[] {10, 10, 10}).putAttribute("unit", "Angstrom");
        return group;
    }

    private ReadFrames read(Consumer<WritableGroup> more) throws IOException {
        return ReadFrames.of(write(more));
    }

    private Path write(Consumer<WritableGroup> more) {
        return write(positions(), more);
    }

    private Path write(double[][][] positions, Consumer<WritableGroup> more) {
        Path file = folder.resolve("run.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putGroup("h5md");
            WritableGroup group = hdf.putGroup("particles").putGroup("all");
            group.putGroup("position").putDataset("value", positions);
            more.accept(group);
        }
        return file;
    }

    private static double[][][] positions() {
        double[][][] positions = new double[FRAMES][2][];
        for (int frame = 0; frame < FRAMES; frame++) {
            positions[frame][0] = new double[] {frame, 2, 3};
            positions[frame][1] = positions[frame][0].clone();
        }
        return positions;
    }
}
