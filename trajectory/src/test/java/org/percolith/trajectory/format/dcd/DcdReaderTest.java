package org.percolith.trajectory.format.dcd;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** DCD of every byte order and marker width, with cells in each convention, and with atoms that are fixed. */
class DcdReaderTest {

    private static final int ATOMS = 3;
    private static final int FRAMES = 4;
    private static final StructureHints HINTS =
            new StructureHints(Map.of(), new Structure(Cell.cubic(30), new Atoms(List.of("Li", "Li", "S"))));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "LITTLE_ENDIAN, 4, true, 0",
        "BIG_ENDIAN, 4, true, 0",
        "LITTLE_ENDIAN, 8, true, 0",
        "BIG_ENDIAN, 8, true, 0",
        "LITTLE_ENDIAN, 4, false, 0",
        "LITTLE_ENDIAN, 4, true, 1",
        "BIG_ENDIAN, 8, false, 2"
    })
    void everyKindOfRecordReadsAlike(String order, int markerBytes, boolean cell, int fixedAtoms) throws IOException {
        ReadFrames read = ReadFrames.of(write(order, markerBytes, cell, fixedAtoms), HINTS);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.truncated()).isFalse();
        assertThat(read.cells().get(0).lengthA(1)).isCloseTo(cell ? 20 : 30, within(1e-6));
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int atom = 0; atom < ATOMS; atom++) {
                int seen = atom < fixedAtoms ? 0 : frame;
                assertThat(read.cartesian(frame, atom))
                        .containsExactly(new double[] {atom + 0.5 * seen, atom + 1, -seen}, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "8, 0", "4, 1"})
    void aCutAnywhereCostsTheTail(int markerBytes, int fixedAtoms) throws IOException {
        byte[] whole = Files.readAllBytes(write("LITTLE_ENDIAN", markerBytes, true, fixedAtoms));
        Path file = folder.resolve("cut.dcd");
        for (int length = whole.length - 1; length > whole.length - 150; length--) {
            Files.write(file, Arrays.copyOf(whole, length));
            ReadFrames read = ReadFrames.of(file, HINTS);
            assertThat(read.frames()).as("cut to %d bytes", length).isBetween(1, FRAMES - 1);
        }
    }

    @Test
    void aListOfFreeAtomsThatCannotBeIsRefused() throws IOException {
        Path file = write("LITTLE_ENDIAN", 4, true, 1);
        byte[] bytes = Files.readAllBytes(file);
        int list = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u0008\0\0\0\u0002\0\0\0\u0003");
        bytes[list + 4] = 77;
        Files.write(file, bytes);
        assertThatThrownBy(() -> ReadFrames.of(file, HINTS)).isInstanceOf(UnsupportedFormatException.class);
    }

    /** The check values of a CHARMM file that is known to hold a symmetric shape matrix. */
    @Test
    void cellConventionsAreToldApart() {
        DcdCell degrees = requireNonNull(DcdCell.of(new double[] {10, 60, 12, 90, 90, 14}, 24));
        assertThat(degrees.convention()).contains("degrees");
        assertThat(degrees.cell().volumeA3()).isCloseTo(10 * 12 * 14 * Math.sin(Math.PI / 3), within(1e-9));
        DcdCell cosines = requireNonNull(DcdCell.of(new double[] {10, 0.5, 12, 0, 0, 14}, 24));
        assertThat(cosines.convention()).contains("cosines");
        assertThat(cosines.cell().volumeA3()).isCloseTo(degrees.cell().volumeA3(), within(1e-9));
        DcdCell shape = requireNonNull(DcdCell.of(new double[] {30.841, 14.578, 31.780, 9.626, -2.60, 32.67}, 24));
        assertThat(shape.convention()).contains("shape matrix");
        assertThat(shape.cell().lengthA(0)).isCloseTo(Math.sqrt(sumOfSquares(30.841, 14.578, 9.626)), within(1e-9));
        assertThat(DcdCell.of(new double[6], 24)).isNull();
        assertThat(DcdCell.of(new double[] {10, 90, 10, 90, 170, 10}, 24)).isNull();
    }

    /** The shape matrix of a cell that is nearly orthogonal looks like lengths and cosines; the version of CHARMM tells. */
    @Test
    void smallTiltsOfAShapeMatrixAreNoCosines() {
        double[] record = {10, 0.3, 11, 0.2, 0.1, 12};
        assertThat(requireNonNull(DcdCell.of(record, 24)).convention()).contains("cosines");
        DcdCell shape = requireNonNull(DcdCell.of(record, 35));
        assertThat(shape.convention()).contains("shape matrix");
        assertThat(shape.cell().lengthA(0)).isCloseTo(Math.sqrt(sumOfSquares(10, 0.3, 0.2)), within(1e-12));
    }

    /** X-PLOR states version 0 and a time step in double precision, half of which stands where others have the flag. */
    @Test
    void xplorHasNoCell() throws IOException {
        Path file = write("LITTLE_ENDIAN", 4, false, 0);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putDouble(4 + 40, 0.0204548).putInt(4 + 80, 0);
        ReadFrames read = ReadFrames.of(Files.write(file, bytes), HINTS);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.truncated()).isFalse();
        assertThat(read.cells().get(0)).isEqualTo(Cell.cubic(30));
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        Path file = write("LITTLE_ENDIAN", 4, true, 0);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 8, 1e30f);
        ReadFrames read = ReadFrames.of(Files.write(file, bytes), HINTS);
        assertThat(read.frames()).isEqualTo(FRAMES - 1);
        assertThat(read.notices()).anyMatch(notice -> notice.contains("far from any cell"));
    }

    private static double sumOfSquares(double a, double b, double c) {
        return a * a + b * b + c * c;
    }

    private Path write(String order, int markerBytes, boolean cell, int fixedAtoms) throws IOException {
        ByteOrder byteOrder = order.startsWith("LITTLE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        FortranRecords out = new FortranRecords(byteOrder, markerBytes);
        ByteBuffer header = out.buffer(84).put("CORD".getBytes(StandardCharsets.US_ASCII));
        header.putInt(4, 1000)
                .putInt(8, 10)
                .putInt(12, 5)
                .putInt(36, fixedAtoms)
                .putInt(44, cell ? 1 : 0)
                .putInt(80, 24);
        out.record(header);
        out.record(out.buffer(84).putInt(0, 1));
        out.record(out.buffer(4).putInt(0, ATOMS));
        if (fixedAtoms > 0) {
            ByteBuffer free = out.buffer(4 * (ATOMS - fixedAtoms));
            for (int atom = fixedAtoms; atom < ATOMS; atom++) {
                free.putInt(4 * (atom - fixedAtoms), atom + 1);
            }
            out.record(free);
        }
        for (int frame = 0; frame < FRAMES; frame++) {
            if (cell) {
                ByteBuffer numbers = out.buffer(48);
                double[] values = {20, 90, 20, 90, 90, 20};
                for (int k = 0; k < 6; k++) {
                    numbers.putDouble(8 * k, values[k]);
                }
                out.record(numbers);
            }
            for (int axis = 0; axis < 3; axis++) {
                out.record(axis(out, frame, axis, frame == 0 ? 0 : fixedAtoms));
            }
        }
        return Files.write(folder.resolve("run.dcd"), out.bytes());
    }

    private static ByteBuffer axis(FortranRecords out, int frame, int axis, int firstAtom) {
        ByteBuffer values = out.buffer(4 * (ATOMS - firstAtom));
        for (int atom = firstAtom; atom < ATOMS; atom++) {
            double[] position = {atom + 0.5 * frame, atom + 1, -frame};
            values.putFloat(4 * (atom - firstAtom), (float) position[axis]);
        }
        return values;
    }

    /** Writes records as a Fortran program does. */
    private static final class FortranRecords {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteOrder order;
        private final int markerBytes;

        FortranRecords(ByteOrder order, int markerBytes) {
            this.order = order;
            this.markerBytes = markerBytes;
        }

        ByteBuffer buffer(int bytes) {
            return ByteBuffer.allocate(bytes).order(order);
        }

        void record(ByteBuffer content) {
            ByteBuffer whole = ByteBuffer.wrap(new byte[2 * markerBytes + content.capacity()])
                    .order(order);
            putLength(whole, content.capacity());
            whole.put(content.clear());
            putLength(whole, content.capacity());
            out.writeBytes(whole.array());
        }

        private void putLength(ByteBuffer target, int length) {
            if (markerBytes == Long.BYTES) {
                target.putLong(length);
            } else {
                target.putInt(length);
            }
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
