package org.percolith.trajectory.format.ase;

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
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** Files as ASE's ulm module lays them out: the table of offsets first, arrays before the item that refers to them. */
class AseTrajReaderTest {

    private static final int FRAMES = 5;
    private static final int HEADER_BYTES = 48;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothByteOrders(boolean bigEndian) throws IOException {
        ReadFrames read = read(traj(bigEndian, FRAMES, -1, "true"));
        assertThat(read.atoms().symbols()).containsExactly("Li", "S");
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.notices()).isEmpty();
        assertThat(read.cartesian(4, 1)).containsExactly(new double[] {4, 5.5, 6}, within(1e-12));
    }

    /** S with a momentum of 2 √(eV u), Li held fixed: T = 4 eV u / (32.06 u · 3 k). */
    @Test
    void momentaTellTheTemperature() throws IOException {
        Path file = Files.write(folder.resolve("md.traj"), traj(false, FRAMES, -1, "true"));
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(2);
            while (reader.next(frame)) {
                assertThat(frame.stepLabel()).isEqualTo(Frame.NO_LABEL);
            }
            assertThat(reader.meanTemperatureK()).hasValueCloseTo(4 / 32.06 / 3 / 8.617333262e-5, within(0.2));
        }
    }

    /** ASE moves its table to the end of the file as the items grow: a cut file may have lost all of it. */
    @Test
    void framesAreFoundWithoutTheTable() throws IOException {
        byte[] whole = traj(false, FRAMES, -1, "true");
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putLong(HEADER_BYTES - Long.BYTES, 1L << 40);
        assertThat(read(whole).frames()).isEqualTo(FRAMES);
        ReadFrames cut = read(Arrays.copyOf(whole, whole.length - 3));
        assertThat(cut.frames()).isEqualTo(FRAMES - 1);
        assertThat(cut.cartesian(3, 1)).containsExactly(new double[] {3, 5.5, 6}, within(1e-12));
        assertThat(cut.notices()).singleElement().asString().contains("frame 5 of 5");
    }

    /** What was inflated before the break is searched for frames as a cut file is. */
    @Test
    void aCutGzipGivesTheFramesBeforeTheBreak() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(traj(false, FRAMES, -1, "true"), 0, 1500);
            out.flush();
        }
        byte[] whole = zipped.toByteArray();
        Path file = Files.write(folder.resolve("md.traj.gz"), Arrays.copyOf(whole, whole.length - 8));
        ReadFrames read = ReadFrames.of(file);
        assertThat(read.frames()).isBetween(2, FRAMES - 1);
        assertThat(read.cartesian(1, 1)).containsExactly(new double[] {1, 5.5, 6}, within(1e-12));
        assertThat(read.notices()).hasSize(2);
        assertThat(read.notices().get(0)).contains("the compressed stream breaks off");
        assertThat(read.notices().get(1)).contains("of 5", "the " + read.frames() + " complete frames");
    }

    @Test
    void aFileWithoutFramesSaysSo() {
        assertThatThrownBy(() -> read(traj(false, 0, -1, "true")))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("counts no frames");
    }

    @Test
    void otherElementsAreAnotherSystem() throws IOException {
        ReadFrames read = read(traj(false, FRAMES, 3, "true"));
        assertThat(read.frames()).isEqualTo(3);
        assertThat(read.notices()).singleElement().asString().contains("frame 4 holds 2 atoms", "order");
    }

    @Test
    void aCellSaidToBeNotPeriodicIsTold() throws IOException {
        assertThat(read(traj(false, FRAMES, -1, "false")).notices())
                .singleElement()
                .asString()
                .contains("not periodic");
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        byte[] whole = traj(false, FRAMES, -1, "true");
        int last = lastPosition(whole);
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putDouble(last, 1e30);
        ReadFrames read = read(whole);
        assertThat(read.frames()).isEqualTo(FRAMES - 1);
        assertThat(read.notices()).singleElement().asString().contains("frame 5", "atom 1", "far from any cell");
    }

    private static int lastPosition(byte[] whole) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        String tail = text.substring(text.lastIndexOf("\"float64\", ") + "\"float64\", ".length());
        return Integer.parseInt(tail.substring(0, tail.indexOf(']')));
    }

    private ReadFrames read(byte[] bytes) throws IOException {
        return ReadFrames.of(Files.write(folder.resolve("md.traj"), bytes));
    }

    /** Li at the origin and S at (frame, 5.5, 6); from frame {@code swapped} on the elements are exchanged. */
    private static byte[] traj(boolean bigEndian, int frames, int swapped, String periodic) {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[HEADER_BYTES + Long.BYTES * frames]);
        long[] offsets = new long[frames];
        for (int frame = 0; frame < frames; frame++) {
            StringBuilder item = new StringBuilder(bigEndian ? "{\"_little_endian\": false, " : "{");
            if (frame == 0 || frame == swapped) {
                item.append("\"pbc\": [true, true, ")
                        .append(periodic)
                        .append("], \"numbers.\": {\"ndarray\": [[2], \"int64\", ");
                item.append(out.size()).append("]}, ");
                long[] numbers = frame == 0 ? new long[] {3, 16} : new long[] {16, 3};
                out.writeBytes(ByteBuffer.allocate(16)
                        .order(order)
                        .putLong(numbers[0])
                        .putLong(numbers[1])
                        .array());
            }
            item.append("\"momenta.\": {\"ndarray\": [[2, 3], \"float64\", ")
                    .append(out.size())
                    .append("]}, ");
            ByteBuffer momenta = ByteBuffer.allocate(6 * Double.BYTES).order(order);
            out.writeBytes(momenta.putDouble(4 * Double.BYTES, 2).array());
            item.append("\"positions.\": {\"ndarray\": [[2, 3], \"float64\", ").append(out.size());
            item.append("]}, \"cell\": [[10.0, 0.0, 0.0], [0.0, 10.0, 0.0], [0.0, 0.0, 10.0]]}");
            ByteBuffer positions = ByteBuffer.allocate(6 * Double.BYTES).order(order);
            positions.position(3 * Double.BYTES);
            out.writeBytes(
                    positions.putDouble(frame).putDouble(5.5).putDouble(6).array());
            offsets[frame] = out.size();
            byte[] text = item.toString().getBytes(StandardCharsets.US_ASCII);
            out.writeBytes(little(Long.BYTES).putLong(text.length).array());
            out.writeBytes(text);
        }
        byte[] bytes = out.toByteArray();
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        head.put("- of UlmASE-Trajectory\0\0".getBytes(StandardCharsets.US_ASCII));
        head.putLong(3).putLong(frames).putLong(HEADER_BYTES);
        for (long offset : offsets) {
            head.putLong(offset);
        }
        return bytes;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
