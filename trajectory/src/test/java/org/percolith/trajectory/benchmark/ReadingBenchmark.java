package org.percolith.trajectory.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/**
 * How fast an XDATCAR is read, plain and gzipped, beside how fast the same bytes can be had at all: read through a channel
 * or inflated. Both in one process, so that the ratios hold on a busy machine. Rates are of the plain text.
 *
 * <pre>
 * java -cp ... org.percolith.trajectory.benchmark.ReadingBenchmark [frames]
 * </pre>
 */
public final class ReadingBenchmark {

    private static final int ATOMS = 400;
    private static final int DEFAULT_FRAMES = 4000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final int BUFFER = 1 << 20;

    private ReadingBenchmark() {}

    /** One way to go through the file; returns what it counted, so that nothing is optimised away. */
    @FunctionalInterface
    private interface Pass {
        long run() throws IOException;
    }

    public static void main(String[] arguments) throws IOException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_FRAMES;
        Path folder = Files.createTempDirectory("percolith-benchmark-");
        Path plain = folder.resolve("XDATCAR");
        Path zipped = folder.resolve("XDATCAR.gz");
        try {
            byte[] text = text(frames).getBytes(StandardCharsets.US_ASCII);
            Files.write(plain, text);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped), BUFFER)) {
                out.write(text);
            }
            report(text.length / 1e6, Files.size(zipped) / 1e6, plain, zipped);
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(zipped);
            Files.delete(folder);
        }
    }

    private static void report(double plainMb, double zippedMb, Path plain, Path zipped) throws IOException {
        double[] seconds =
                medians(() -> bytesOf(plain), () -> frames(plain), () -> inflated(zipped), () -> frames(zipped));
        System.out.printf("XDATCAR of %d atoms, %.1f MB plain, %.1f MB gzipped%n", ATOMS, plainMb, zippedMb);
        System.out.printf("channel read   %8.1f MB/s%n", plainMb / seconds[0]);
        System.out.printf(
                "frames, plain  %8.1f MB/s  = %.3f of the channel read%n",
                plainMb / seconds[1], seconds[0] / seconds[1]);
        System.out.printf("inflating      %8.1f MB/s%n", plainMb / seconds[2]);
        System.out.printf(
                "frames, gzip   %8.1f MB/s  = %.3f of inflating%n", plainMb / seconds[3], seconds[2] / seconds[3]);
    }

    /** Median time of each pass, s; the passes take turns, so that a disturbance hits all of them. */
    private static double[] medians(Pass... passes) throws IOException {
        double[][] seconds = new double[passes.length][ROUNDS];
        long counted = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int k = 0; k < passes.length; k++) {
                long start = System.nanoTime();
                counted += passes[k].run();
                if (round >= 0) {
                    seconds[k][round] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        if (counted == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return Arrays.stream(seconds)
                .mapToDouble(times -> Arrays.stream(times).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }

    private static long bytesOf(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            for (int read = channel.read(buffer); read >= 0; read = channel.read(buffer.clear())) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static long inflated(Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static long frames(Path file) throws IOException {
        long frames = 0;
        try (TrajectoryReader reader = new TrajectoryFiles().open(file)) {
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                frames++;
            }
        }
        return frames;
    }

    private static String text(int frames) {
        Random random = new Random(1);
        double[][] positions = new double[frames][3 * ATOMS];
        for (double[] frame : positions) {
            for (int at = 0; at < frame.length; at++) {
                frame[at] = random.nextDouble();
            }
        }
        return TrajectoryTexts.xdatcar(Cell.cubic(20), "Li S", "200 200", positions);
    }
}
