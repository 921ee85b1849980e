package org.percolith.trajectory.format.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** NetCDF of the layout of AMBER with the variables and units of LAMMPS: an S at the origin and a Li that moves. */
class AmberNetcdfReaderTest {

    private static final int FRAMES = 3;
    private static final StructureHints CUBE =
            new StructureHints(Map.of(), new Structure(Cell.cubic(30), new Atoms(List.of("Li", "S"))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "angstrom, 1, picosecond, 0.05",
        "Angstroms, 1, '', 0.05",
        "nanometer, 0.1, nanosecond, 5e-5",
        "Bohr, 1.8897261246257702, femtosecond, 50",
        "meter, 1e-10, second, 5e-14"
    })
    void lengthsAndTimesAreInTheStatedUnits(String length, double angstrom, String time, double interval)
            throws IOException {
        Path file = write(netcdf(length, angstrom, time, interval));
        ReadFrames read = ReadFrames.of(file, CUBE);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.cells().get(0).lengthA(2)).isCloseTo(12, within(1e-5));
        assertThat(read.cartesian(2, 0)).containsExactly(new double[] {2, 2, 3}, within(1e-5));
        assertThat(intervalFs(file)).isCloseTo(50, within(1e-4));
    }

    @Test
    void reducedUnitsHaveNoLengthsAndNoTimes() throws IOException {
        assertThatThrownBy(() -> ReadFrames.of(write(netcdf("lj", 1, "", 1)), CUBE))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("'lj'");
        assertThat(intervalFs(write(netcdf("angstrom", 1, "lj", 0.05)))).isNaN();
    }

    /** The rows are S, Li in the file and Li, S by their ids. */
    @Test
    void typesAreNamedByTheUserOrByTheScriptBeside() throws IOException {
        Path file = write(netcdf("angstrom", 1, "picosecond", 0.05));
        assertThat(ReadFrames.of(file, new StructureHints(Map.of(1, "Li", 2, "S"), null))
                        .atoms()
                        .symbols())
                .containsExactly("Li", "S");
        assertThatThrownBy(() -> ReadFrames.of(file, new StructureHints(Map.of(1, "Li"), null)))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("type 2");
        ReadFrames.write(
                folder, "in.md", "pair_coeff * * model.pt Li S\ndump 1 all netcdf 10 run.nc id type xu yu zu\n");
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.atoms().symbols()).containsExactly("Li", "S");
        assertThat(read.notices()).anyMatch(notice -> notice.contains("as in in.md"));
    }

    @ParameterizedTest
    @CsvSource({"9.96921e36, far from any cell", "NaN, no number", "0, never filled"})
    void recordsThatWereNotWrittenAreNoFrames(float value, String told) throws IOException {
        byte[] bytes = netcdf("angstrom", 1, "picosecond", 0.05);
        ByteBuffer last = ByteBuffer.wrap(bytes);
        for (int k = 0; k < 6; k++) {
            last.putFloat(bytes.length - RECORD_BYTES + 4 + 4 * k, value);
        }
        ReadFrames read = ReadFrames.of(write(bytes), CUBE);
        assertThat(read.frames()).isEqualTo(FRAMES - 1);
        assertThat(read.notices()).singleElement().asString().contains(told);
    }

    @Test
    void aCutInTheFirstRecordLeavesNoFrame() throws IOException {
        byte[] bytes = netcdf("angstrom", 1, "picosecond", 0.05);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - (FRAMES - 1) * RECORD_BYTES - 1);
        assertThatThrownBy(() -> ReadFrames.of(write(cut), CUBE))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("no frame");
        assertThat(ReadFrames.of(write(Arrays.copyOf(bytes, bytes.length - 1)), CUBE)
                        .notices())
                .singleElement()
                .asString()
                .contains("inside a record");
    }

    private double intervalFs(Path file) throws IOException {
        try (TrajectoryReader reader = new TrajectoryFiles().open(file, CUBE)) {
            Frame frame = new Frame(2);
            while (reader.next(frame)) {
                assertThat(frame.cell().volumeA3()).isPositive();
            }
            return reader.frameIntervalFs().map(sourced -> sourced.value()).orElse(Double.NaN);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("run.nc"), bytes);
    }

    private static final int RECORD_BYTES = 4 + 24 + 24 + 24 + 8 + 8;

    /** CDF-1 with variables time, coordinates, cell_lengths, cell_angles, id and type. */
    private static byte[] netcdf(String length, double angstrom, String time, double interval) {
        ByteBuffer out = ByteBuffer.allocate(4096);
        out.put(new byte[] {'C', 'D', 'F', 1}).putInt(FRAMES);
        out.putInt(10).putInt(3);
        text(out, "frame").putInt(0);
        text(out, "atom").putInt(2);
        text(out, "spatial").putInt(3);
        out.putInt(12).putInt(1);
        text(text(out, "Conventions").putInt(2), "AMBER");
        out.putInt(11).putInt(6);
        int header = out.position() + 6 * 200;
        variable(out, "time", time, 5, header, 0);
        variable(out, "coordinates", length, 5, header + 4, 0, 1, 2);
        variable(out, "cell_lengths", length, 6, header + 28, 0, 2);
        variable(out, "cell_angles", "degree", 6, header + 52, 0, 2);
        variable(out, "id", "", 4, header + 76, 0, 1);
        variable(out, "type", "", 4, header + 84, 0, 1);
        out.position(header);
        for (int frame = 0; frame < FRAMES; frame++) {
            out.putFloat((float) (interval * frame));
            for (double x : new double[] {0, 0, 0, frame, 2, 3}) {
                out.putFloat((float) (angstrom * x));
            }
            for (double edge : new double[] {10, 11, 12}) {
                out.putDouble(angstrom * edge);
            }
            out.putDouble(90).putDouble(90).putDouble(90);
            out.putInt(7).putInt(5).putInt(2).putInt(1);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void variable(ByteBuffer out, String name, String units, int type, int begin, int... dimensions) {
        text(out, name).putInt(dimensions.length);
        Arrays.stream(dimensions).forEach(out::putInt);
        out.putInt(12).putInt(1);
        text(text(out, "units").putInt(2), units);
        out.putInt(type).putInt(0).putInt(begin);
    }

    private static ByteBuffer text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.putInt(bytes.length).put(bytes);
        return out.position((out.position() + 3) / 4 * 4);
    }
}
