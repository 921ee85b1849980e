package org.percolith.trajectory.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;

/** What is written reads back as it was, and the same frames give the same bytes. */
class ConversionTest {

    private static final int FRAMES = 5;
    private static final Atoms ATOMS = new Atoms(List.of("Li", "Li", "S", "Li", "P"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void framesComeBack(OutputFormat format) throws IOException {
        Path file = written(format, "first");
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.atoms()).isEqualTo(ATOMS);
        for (int k = 0; k < FRAMES; k++) {
            Frame expected = frame(k);
            assertThat(read.cells().get(k).maxDifferenceA(expected.cell())).isLessThan(1e-9);
            for (int at = 0; at < 3 * ATOMS.size(); at++) {
                double difference = read.fractional().get(k)[at] - expected.fractional()[at];
                double image = format == OutputFormat.XDATCAR ? Math.rint(difference) : 0;
                assertThat(difference - image).isCloseTo(0, within(1e-11));
            }
        }
        assertThat(read.unwrapped()).isEqualTo(format == OutputFormat.LAMMPS_DUMP);
        assertThat(Files.readAllBytes(written(format, "second"))).isEqualTo(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void filesAreConvertedFrameByFrame(OutputFormat format) throws IOException {
        Path source = written(OutputFormat.LAMMPS_DUMP, "source");
        Path target = folder.resolve("target");
        Conversion done = Conversion.convert(
                new TrajectoryFiles(), source, StructureHints.none(), format, Files.newOutputStream(target));
        assertThat(done).isEqualTo(new Conversion(FRAMES, false, List.of()));
        ReadFrames direct = ReadFrames.of(written(format, "direct"));
        ReadFrames converted = ReadFrames.of(target);
        assertThat(converted.labels()).isEqualTo(direct.labels());
        for (int k = 0; k < FRAMES; k++) {
            assertThat(converted.fractional().get(k))
                    .containsExactly(direct.fractional().get(k), within(1e-11));
        }
    }

    @Test
    void formatsAreNamedByFileNames() {
        assertThat(OutputFormat.ofName("out/XDATCAR_800K")).isEqualTo(OutputFormat.XDATCAR);
        assertThat(OutputFormat.ofName("run.xyz")).isEqualTo(OutputFormat.EXTENDED_XYZ);
        assertThat(OutputFormat.ofName("run.extxyz")).isEqualTo(OutputFormat.EXTENDED_XYZ);
        assertThat(OutputFormat.ofName("run.lammpstrj")).isEqualTo(OutputFormat.LAMMPS_DUMP);
        assertThatThrownBy(() -> OutputFormat.ofName("run.doc"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("extxyz");
    }

    private Path written(OutputFormat format, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                TrajectoryWriter writer = format.open(out, ATOMS)) {
            for (int k = 0; k < FRAMES; k++) {
                writer.write(frame(k));
            }
        }
        return file;
    }

    private static Frame frame(int k) {
        Random random = new Random(k);
        Frame frame = new Frame(ATOMS.size());
        for (int at = 0; at < 3 * ATOMS.size(); at++) {
            frame.fractional()[at] = 4 * random.nextDouble() - 2;
        }
        frame.setCell(Cell.ofRows(10 + 0.01 * k, 0.5, 0, -1, 9, 0.25, 0, 0.125, 8));
        frame.setStepLabel(100L * k);
        frame.setUnwrapped(true);
        return frame;
    }
}
