package org.percolith.trajectory.format.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.text.ByteWindow;

/** Whatever the text, the threads and the blocks: frames, lines, labels, cells and notices as one thread reads them. */
class ParallelXdatcarReaderTest {

    private static final int FRAMES = 60;
    private static final String HEADER = "Li2S\n 1.0\n 4.0 0.0 0.0\n 0.0 5.0 0.0\n 0.0 0.0 6.0\n Li S\n 2 1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** Everything that a reader says, in words, so that one comparison tells all. */
    private record Heard(List<String> frames, boolean truncated, List<String> notices) {}

    static Stream<String> texts() {
        String fixed = HEADER + frames(1, FRAMES, "");
        String variable = frames(1, FRAMES, "NPT");
        int inside = fixed.length() / 2;
        String row = fixed.substring(inside, fixed.indexOf('\n', inside));
        return Stream.of(
                fixed,
                variable,
                fixed + HEADER.replace("4.0", "4.5") + frames(1, FRAMES, ""),
                fixed + HEADER.replace(" Li S", " Li O") + frames(1, FRAMES, ""),
                fixed.stripTrailing(),
                fixed + "\n \n\n",
                fixed.replace("\n", "\r\n"),
                fixed.replaceAll("Direct.*\n", "\n"),
                fixed.replaceAll("configuration= *", "CONFIGURATION="),
                fixed.replaceAll("configuration=.*", "configuration=******"),
                fixed.replace("  0.5", " -0.5").replace("  0.7", "-10.7"),
                fixed.substring(0, inside),
                fixed.substring(0, inside) + "****" + fixed.substring(inside + 4),
                fixed.substring(0, inside) + "\0\0\0\0\0\0" + fixed.substring(inside + 6),
                fixed.substring(0, inside) + " stray text\n" + fixed.substring(inside),
                fixed.substring(0, inside) + "Direct" + fixed.substring(inside + 6),
                fixed.replace(row, "NaN NaN NaN"),
                fixed.substring(0, fixed.length() - 4),
                fixed + "Direct config",
                variable.substring(0, 2 * variable.length() / 3),
                fixed + variable.replace(" 0.0 5.0 0.0", " 0.0 5.0"),
                HEADER,
                HEADER + "Direct configuration= 1\n");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void parallelEqualsSequential(String text) throws IOException {
        Path file = ReadFrames.write(folder, "XDATCAR", text);
        Heard alone = heard(file, 0, 0);
        for (int threads = 1; threads <= 3; threads++) {
            for (int blockBytes : new int[] {64, 200, 1000, 1 << 20}) {
                assertThat(heard(file, threads, blockBytes))
                        .as("%d threads, blocks of %d bytes", threads, blockBytes)
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void damageAnywhereIsToldAlike() throws IOException {
        Random random = new Random(11);
        byte[] whole =
                (HEADER + frames(1, FRAMES, "") + frames(1, FRAMES / 2, "NPT")).getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("XDATCAR");
        for (int k = 0; k < 200; k++) {
            byte[] damaged = whole.clone();
            int at = 80 + random.nextInt(damaged.length - 80);
            damaged[at] = (byte) "\n 0-.*D\0\r9".charAt(random.nextInt(10));
            Files.write(file, random.nextInt(4) == 0 ? Arrays.copyOf(damaged, at) : damaged);
            assertThat(heard(file, 2, 300)).isEqualTo(heard(file, 0, 0));
        }
    }

    @Test
    void aFileThatGrowsIsReadToWhereItEndsThen() throws IOException {
        Path file = ReadFrames.write(folder, "XDATCAR", HEADER + frames(1, 20, ""));
        try (TrajectoryReader reader = open(file, 2, 200)) {
            Frame frame = new Frame(3);
            assertThat(reader.next(frame)).isTrue();
            Files.writeString(
                    file, frames(21, 25, "") + "Direct configuration=    26\n  0.1", StandardOpenOption.APPEND);
            int read = 1;
            while (reader.next(frame)) {
                read++;
            }
            assertThat(read).isEqualTo(25);
            assertThat(reader.truncated()).isTrue();
            assertThat(reader.notices()).singleElement().asString().contains("frame 26", "0 of 3 atoms");
        }
    }

    @Test
    void aFileThatShrinksEndsEarly() throws IOException {
        String text = HEADER + frames(1, 400, "");
        Path file = ReadFrames.write(folder, "XDATCAR", text);
        try (TrajectoryReader reader = open(file, 2, 500)) {
            Frame frame = new Frame(3);
            assertThat(reader.next(frame)).isTrue();
            ReadFrames.write(folder, "XDATCAR", text.substring(0, 2000));
            int read = 1;
            while (reader.next(frame)) {
                assertThat(frame.fractional()[0]).isBetween(0.0, 1.0);
                read++;
            }
            assertThat(read).isBetween(13, 399);
        }
    }

    @Test
    void closingMidwayLeavesNoThread() throws IOException {
        Path file = ReadFrames.write(folder, "XDATCAR-closed-midway", HEADER + frames(1, 500, ""));
        try (TrajectoryReader reader = open(file, 3, 300)) {
            assertThat(reader.next(new Frame(3))).isTrue();
            assertThat(threadsOf("XDATCAR-closed-midway")).isPositive();
        }
        assertThat(threadsOf("XDATCAR-closed-midway")).isZero();
    }

    @Test
    void readingToTheEndLeavesNoThread() throws IOException {
        Path file = ReadFrames.write(folder, "XDATCAR-read-out", HEADER + frames(1, 50, ""));
        try (TrajectoryReader reader = open(file, 2, 300)) {
            Frame frame = new Frame(3);
            while (reader.next(frame)) {
                assertThat(frame.line()).isPositive();
            }
            assertThat(threadsOf("XDATCAR-read-out")).isZero();
        }
    }

    @Test
    void aFailureToReadReachesTheCaller() throws IOException {
        Path path = ReadFrames.write(folder, "XDATCAR", HEADER + frames(1, 500, ""));
        PlainFile file = PlainFile.open(path);
        try (TrajectoryReader reader =
                new ParallelXdatcarReader(file, path, new XdatcarReader(new ByteWindow(file), path), 2, 300)) {
            file.close();
            Frame frame = new Frame(3);
            assertThatThrownBy(() -> {
                        while (reader.next(frame)) {
                            assertThat(frame.line()).isPositive();
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void smallFilesAreReadAlone() throws IOException {
        Path path = ReadFrames.write(folder, "XDATCAR", HEADER + frames(1, 500, ""));
        try (TrajectoryReader reader = new TrajectoryFiles(4).open(path)) {
            assertThat(reader).isInstanceOf(XdatcarReader.class);
        }
    }

    private static long threadsOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains(name))
                .count();
    }

    /** What is read in blocks on so many threads, or by one reader alone for 0 threads. */
    private static Heard heard(Path file, int threads, int blockBytes) throws IOException {
        List<String> frames = new ArrayList<>();
        try (TrajectoryReader reader = open(file, threads, blockBytes)) {
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                frames.add(said(frame));
            }
            return new Heard(frames, reader.truncated(), reader.notices());
        }
    }

    private static String said(Frame frame) {
        StringBuilder cell = new StringBuilder();
        for (double component : frame.cell().rows()) {
            cell.append(Double.doubleToLongBits(component)).append(' ');
        }
        long[] bits = Arrays.stream(frame.fractional())
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
        return frame.line() + " " + frame.stepLabel() + " " + frame.unwrapped() + " " + cell + Arrays.toString(bits);
    }

    private static TrajectoryReader open(Path path, int threads, int blockBytes) throws IOException {
        PlainFile file = PlainFile.open(path);
        XdatcarReader alone = new XdatcarReader(new ByteWindow(file), path);
        return threads == 0 ? alone : new ParallelXdatcarReader(file, path, alone, threads, blockBytes);
    }

    /** Frames {@code from .. to}, each with its header if the ensemble is NPT. */
    private static String frames(int from, int to, String ensemble) {
        Random random = new Random(from);
        StringBuilder text = new StringBuilder();
        for (int k = from; k <= to; k++) {
            if (ensemble.equals("NPT")) {
                text.append(HEADER.replace("4.0", String.format(Locale.ROOT, "%.4f", 4 + 0.001 * k)));
            }
            text.append(
                    String.format(Locale.ROOT, "Direct configuration=%6d%n", k).replace("\r", ""));
            for (int atom = 0; atom < 3; atom++) {
                text.append(String.format(
                        Locale.ROOT,
                        "%12.8f%12.8f%12.8f\n",
                        random.nextDouble(),
                        random.nextDouble(),
                        random.nextDouble()));
            }
        }
        return text.toString();
    }
}
