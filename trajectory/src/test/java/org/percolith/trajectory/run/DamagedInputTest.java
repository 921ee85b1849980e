package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.format.TrajectoryFiles;

/**
 * Small files with random damage, read as whole runs: whatever was done to them, they give frames and notices or a {@link
 * TrajectoryException}, never another exception and never a hang.
 */
class DamagedInputTest {

    private static final int MUTATIONS = 300;
    private static final int ATOMS = 4;
    private static final Cell CELL = Cell.orthorhombic(5, 6, 7);

    @Test
    void xdatcar(@TempDir Path folder) {
        Cell[] cells = new Cell[8];
        Arrays.setAll(cells, k -> Cell.orthorhombic(5 + 0.01 * k, 6, 7));
        check(folder, bytes(TrajectoryTexts.xdatcarOfVariableCell(cells, "Li S", "2 2", frames())), 1);
    }

    @Test
    void gzippedXdatcar(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes(TrajectoryTexts.xdatcar(CELL, "Li S", "2 2", frames())));
        }
        check(folder, zipped.toByteArray(), 2);
    }

    @Test
    void lammpsDump(@TempDir Path folder) {
        StringBuilder text = new StringBuilder();
        double[][] frames = frames();
        for (int k = 0; k < frames.length; k++) {
            text.append(TrajectoryTexts.lammpsSnapshot(10L * k, CELL, new String[] {"Li", "Li", "S", "S"}, frames[k]));
        }
        check(folder, bytes(text.toString()), 3);
    }

    @Test
    void vasprun(@TempDir Path folder) {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <modeling>
                <incar><i name="POTIM"> 2.0</i><i type="int" name="IBRION"> 0</i></incar>
                <atominfo><array name="atoms"><set>
                <rc><c>Li</c></rc><rc><c>Li</c></rc><rc><c>S </c></rc><rc><c>S </c></rc>
                </set></array></atominfo>
                """);
        for (double[] frame : frames()) {
            text.append("""
                    <calculation>
                    <structure>
                    <crystal><varray name="basis">
                    <v> 5.0 0 0 </v>
                    <v> 0 6.0 0 </v>
                    <v> 0 0 7.0 </v>
                    </varray></crystal>
                    <varray name="positions">
                    """);
            for (int at = 0; at < frame.length; at += 3) {
                text.append("<v> ")
                        .append(frame[at])
                        .append(' ')
                        .append(frame[at + 1])
                        .append(' ')
                        .append(frame[at + 2])
                        .append(" </v>\n");
            }
            text.append("</varray>\n</structure>\n<energy><i name=\"kinetic\"> 0.5</i></energy>\n</calculation>\n");
        }
        check(folder, bytes(text.append("</modeling>\n").toString()), 4);
    }

    private static void check(Path folder, byte[] whole, long seed) {
        Path file = folder.resolve("trajectory");
        Random random = new Random(seed);
        int read = 0;
        for (int k = 0; k < MUTATIONS; k++) {
            byte[] damaged = k == 0 ? whole : damaged(whole, random);
            read += assertTimeoutPreemptively(Duration.ofSeconds(20), () -> frames(file, damaged));
        }
        assertThat(read).as("frames read from all of them").isGreaterThan(MUTATIONS);
    }

    /** Frames of the run, 0 if it is refused; any other exception fails the test with the damaged bytes beside it. */
    private static int frames(Path file, byte[] damaged) throws IOException {
        Files.write(file, damaged);
        RunFiles files = new RunFiles("damaged", file, List.of(file), null, false, null);
        try (Run run = new RunReader(
                        new TrajectoryFiles(), RunOptions.defaults().with(10.0, 600.0))
                .read(files, ReadProgress.none())) {
            assertThat(run.info().framesRead()).isEqualTo(run.ions().frames());
            assertFinite(run);
            return run.info().framesRead();
        } catch (TrajectoryException e) {
            assertThat(e.getMessage()).isNotBlank();
            return 0;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw new AssertionError("not refused cleanly:\n" + new String(damaged, StandardCharsets.ISO_8859_1), e);
        }
    }

    private static void assertFinite(Run run) {
        for (int ion = 0; ion < run.ions().ions(); ion++) {
            for (double s : Runs.path(run.ions(), ion, 0)) {
                assertThat(s).isFinite();
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = withLine(bytes, at, true);
                case 4 -> bytes = withLine(bytes, at, false);
                default -> bytes[at] = (byte) "0123456789.-eE*<>\n ".charAt(random.nextInt(19));
            }
        }
        return bytes;
    }

    /** The line around {@code at} written twice, or left out. */
    private static byte[] withLine(byte[] bytes, int at, boolean twice) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        to = Math.min(bytes.length, to + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, twice ? to : from);
        out.write(bytes, twice ? from : to, bytes.length - (twice ? from : to));
        return out.size() == 0 ? new byte[1] : out.toByteArray();
    }

    private static double[][] frames() {
        Random random = new Random(7);
        double[][] frames = new double[8][3 * ATOMS];
        for (double[] frame : frames) {
            for (int at = 0; at < frame.length; at++) {
                frame[at] = 0.08 * at + 0.01 * random.nextDouble();
            }
        }
        return frames;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
