package org.percolith.trajectory.format.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.TrajectoryWriter;

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
        Conversion done = Conversion.convert(new TrajectoryFiles(), source, StructureHints.none(), format, 1, target);
        assertThat(done).isEqualTo(new Conversion(FRAMES, false, List.of()));
        ReadFrames direct = ReadFrames.of(written(format, "direct"));
        ReadFrames converted = ReadFrames.of(target);
        assertThat(converted.labels()).isEqualTo(direct.labels());
        for (int k = 0; k < FRAMES; k++) {
            assertThat(converted.fractional().get(k))
                    .containsExactly(direct.fractional().get(k), within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(value = OutputFormat.class, names = "XDATCAR", mode = EnumSource.Mode.EXCLUDE)
    void timesComeBackWhereTheFormatHoldsThem(OutputFormat format) throws IOException {
        try (TrajectoryReader reader = new TrajectoryFiles().open(written(format, "timed"))) {
            Frame frame = new Frame(ATOMS.size());
            for (int k = 0; reader.next(frame); k++) {
                assertThat(frame.timeFs()).isEqualTo(2.5 * k);
            }
            assertThat(reader.frameIntervalFs().orElseThrow().value()).isEqualTo(2.5);
        }
    }

    /** Once round all formats: positions to twelve decimals of a fraction, cells and labels as they were. */
    @Test
    void aRoundOfAllFormatsEndsWhereItBegan() throws IOException {
        Path source = written(OutputFormat.EXTENDED_XYZ, "source");
        Path from = source;
        for (OutputFormat format : OutputFormat.values()) {
            Path to = folder.resolve("round-" + format);
            Conversion.convert(new TrajectoryFiles(), from, StructureHints.none(), format, 1, to);
            from = to;
        }
        ReadFrames before = ReadFrames.of(source);
        ReadFrames after = ReadFrames.of(from);
        assertThat(after.atoms()).isEqualTo(before.atoms());
        assertThat(after.labels()).isEqualTo(before.labels());
        for (int k = 0; k < FRAMES; k++) {
            assertThat(after.cells().get(k).maxDifferenceA(before.cells().get(k)))
                    .isLessThan(1e-11);
            for (int at = 0; at < 3 * ATOMS.size(); at++) {
                double difference =
                        after.fractional().get(k)[at] - before.fractional().get(k)[at];
                assertThat(difference - Math.rint(difference)).isCloseTo(0, within(5e-12));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10 0 0 0 9 0 0 0 8, pp pp pp, 0.0 10.0",
        "10 0 0 -1 9 0 -2 0.5 8, xy xz yz pp pp pp, -3.0 10.0 -1.0",
        "10 0 0.1 0 9 0 0 0 8, abc origin pp pp pp, 10.0 0.0 0.1 0.0"
    })
    void aDumpHasThePlainestBoxThatHoldsItsCell(String rows, String box, String firstBounds) throws IOException {
        Path file = folder.resolve("run.lammpstrj");
        Frame frame = frame(0);
        frame.setCell(Cell.ofRows(
                Arrays.stream(rows.split(" ")).mapToDouble(Double::parseDouble).toArray()));
        try (TrajectoryWriter writer = OutputFormat.LAMMPS_DUMP.open(file, ATOMS)) {
            writer.write(frame);
        }
        assertThat(Files.readString(file)).contains("ITEM: BOX BOUNDS " + box + "\n" + firstBounds + "\n");
        assertThat(ReadFrames.of(file).cells().get(0).maxDifferenceA(frame.cell()))
                .isLessThan(1e-14);
    }

    @Test
    void aseOpensWhatIsWrittenForIt() throws IOException, InterruptedException {
        Path file = written(OutputFormat.ASE_TRAJ, "run.traj");
        String program = "from ase.io import read; import sys; images = read(sys.argv[1], ':'); last = images[-1];"
                + "print(len(images), last.symbols, last.info['step'], last.info['time_fs'], all(last.pbc),"
                + " repr(last.get_scaled_positions(wrap=False)[4][2]), repr(last.cell[0][0]))";
        Process python;
        try {
            python = new ProcessBuilder("/usr/bin/python3", "-c", program, file.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "no python3 to open the file with");
            return;
        }
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        String complaint = new String(python.getErrorStream().readAllBytes(), StandardCharsets.US_ASCII);
        assumeFalse(complaint.contains("No module named 'ase'"), "no ASE to open the file with");
        assertThat(python.waitFor()).as(complaint).isZero();
        String[] words = said.split(" ");
        assertThat(words).startsWith("5", "Li2SLiP", "400", "10.0", "True");
        assertThat(Double.parseDouble(words[5])).isCloseTo(frame(4).fractional()[14], within(1e-12));
        assertThat(Double.parseDouble(words[6])).isEqualTo(frame(4).cell().component(0, 0));
    }

    @Test
    void formatsAreNamedByFileNames() {
        assertThat(OutputFormat.ofName("out/XDATCAR_800K")).isEqualTo(OutputFormat.XDATCAR);
        assertThat(OutputFormat.ofName("run.xyz")).isEqualTo(OutputFormat.EXTENDED_XYZ);
        assertThat(OutputFormat.ofName("run.extxyz")).isEqualTo(OutputFormat.EXTENDED_XYZ);
        assertThat(OutputFormat.ofName("trajectory.traj")).isEqualTo(OutputFormat.ASE_TRAJ);
        assertThat(OutputFormat.ofName("run.h5")).isEqualTo(OutputFormat.H5MD);
        assertThat(OutputFormat.ofName("run.lammpstrj")).isEqualTo(OutputFormat.LAMMPS_DUMP);
        assertThatThrownBy(() -> OutputFormat.ofName("run.doc"))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("extxyz");
    }

    private Path written(OutputFormat format, String name) throws IOException {
        Path file = folder.resolve(name);
        try (TrajectoryWriter writer = format.open(file, ATOMS)) {
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
        frame.setTimeFs(2.5 * k);
        frame.setUnwrapped(true);
        return frame;
    }
}
