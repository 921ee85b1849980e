package org.percolith.trajectory.format.gromacs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;

/** TRR with every kind of frame in either precision; XTC whose bits were flipped. */
class GromacsReaderTest {

    private static final int ATOMS = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Frames hold a box (b), positions (x), velocities (v) and forces (f); those without positions are no frames. */
    @ParameterizedTest
    @CsvSource({"4, bx bx", "8, bx bx", "4, x v x", "8, v x f x vf", "4, bxvf bv bxvf", "8, b bx f bx"})
    void framesOfEveryKindInEitherPrecision(int width, String kinds) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int frames = 0;
        for (String kind : kinds.split(" ")) {
            out.writeBytes(trr(width, kind, frames));
            frames += kind.contains("x") ? 1 : 0;
        }
        ReadFrames read = read("run.trr", out.toByteArray(), ATOMS);
        assertThat(read.frames()).isEqualTo(frames);
        assertThat(read.truncated()).isFalse();
        assertThat(read.labels()).containsExactly(0L, 1L);
        assertThat(read.cells().get(1)).isEqualTo(Cell.cubic(kinds.contains("bx") ? 10 : 30));
        assertThat(read.cartesian(1, 1)).containsExactly(new double[] {1, 2, 3}, within(1e-5));
    }

    @Test
    void positionsFarFromAnyCellAreDamage() throws IOException {
        byte[] far = trr(4, "bx", 1);
        ByteBuffer.wrap(far).putFloat(far.length - 4, 1e30f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(trr(4, "bx", 0));
        out.writeBytes(far);
        ReadFrames read = read("run.trr", out.toByteArray(), ATOMS);
        assertThat(read.frames()).isEqualTo(1);
        assertThat(read.notices()).singleElement().asString().contains("atom 2", "far from any cell");
    }

    /** Packed coordinates go on to be numbers after a flipped bit, but no longer those that the frame states. */
    @ParameterizedTest
    @ValueSource(ints = {120, 300, 500, 700})
    void flippedBitsOfPackedCoordinatesAreDamage(int at) throws IOException {
        byte[] whole = Files.readAllBytes(SharedData.find("public/formats/crossformat/lii_npt_unwrapped.xtc"));
        whole[at] ^= (byte) 0xff;
        int atoms = ByteBuffer.wrap(whole).getInt(4);
        byte[] second = whole.clone();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Files.readAllBytes(SharedData.find("public/formats/crossformat/lii_npt_unwrapped.xtc")));
        int good = read("good.xtc", out.toByteArray(), atoms).frames();
        out.writeBytes(second);
        ReadFrames read = read("flipped.xtc", out.toByteArray(), atoms);
        assertThat(read.frames()).isEqualTo(good);
        assertThat(read.notices()).singleElement().asString().contains("damaged");
    }

    private ReadFrames read(String name, byte[] bytes, int atoms) throws IOException {
        Structure structure = new Structure(Cell.cubic(30), new Atoms(Collections.nCopies(atoms, "Li")));
        return ReadFrames.of(Files.write(folder.resolve(name), bytes), new StructureHints(Map.of(), structure));
    }

    private static byte[] trr(int width, String kind, int step) {
        List<String> vectors = List.of("x", "v", "f");
        ByteBuffer out = ByteBuffer.allocate(4096);
        out.putInt(1993).putInt(13).putInt(12).put("GMX_trn_file".getBytes(StandardCharsets.US_ASCII));
        out.putInt(0).putInt(0).putInt(kind.contains("b") ? 9 * width : 0);
        out.putInt(0).putInt(0).putInt(0).putInt(0);
        vectors.forEach(vector -> out.putInt(kind.contains(vector) ? 3 * ATOMS * width : 0));
        out.putInt(ATOMS).putInt(step).putInt(0);
        put(out, width, step, 0);
        if (kind.contains("b")) {
            put(out, width, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        }
        for (String vector : vectors) {
            if (kind.contains(vector)) {
                put(out, width, 0, 0, 0, 0.1, 0.2, 0.3);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private static void put(ByteBuffer out, int width, double... values) {
        for (double value : values) {
            if (width == Double.BYTES) {
                out.putDouble(value);
            } else {
                out.putFloat((float) value);
            }
        }
    }
}
