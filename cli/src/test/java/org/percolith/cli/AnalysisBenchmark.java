package org.percolith.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A 400-atom, 20,000-frame XDATCAR (300 MB of text), from the file to MSD, density and percolation, in a heap of 2 GB.
 * Prints the time as a ratio to reading the same bytes from the page cache; asserts the result, not the time.
 */
@Tag("benchmark")
class AnalysisBenchmark {

    private static final int ATOMS = 400;
    private static final int IONS = 160;
    private static final int FRAMES = 20_000;
    private static final double WALK_STEP = 0.004;
    private static final double VIBRATION = 0.006;

    @TempDir
    private Path folder;

    @Test
    void wholeAnalysisAgainstReadingTheBytes() throws IOException {
        Path file = writeWalk(folder.resolve("XDATCAR"));
        double megabytes = Files.size(file) / 1e6;
        secondsToRead(file);
        double reading = secondsToRead(file);
        long start = System.nanoTime();
        Called called = Called.percolith(
                "analyze", file, "--frame-interval", "10fs", "--temperature", "600", "--out", folder.resolve("out"));
        double analysis = (System.nanoTime() - start) / 1e9;
        assertThat(called.exitCode()).as(called.err()).isZero();
        // D = s²/(2 Δ) = (0.004 · 20 Å)² / (2 · 0.01 ps) = 0.32 Å²/ps
        double diffusivity = Called.summary(folder.resolve("out"))
                .path("runs")
                .path(0)
                .path("diffusivity")
                .path("tracer_cm2_s")
                .path("value")
                .asDouble();
        assertThat(diffusivity).isBetween(2.9e-5, 3.5e-5);
        System.out.printf(
                Locale.ROOT,
                "%.0f MB: read %.2f s, analyse %.2f s (%.0f MB/s, heap limit %d MB): ratio %.0f%n",
                megabytes,
                reading,
                analysis,
                megabytes / analysis,
                Runtime.getRuntime().maxMemory() >> 20,
                analysis / reading);
    }

    private static double secondsToRead(Path file) throws IOException {
        byte[] buffer = new byte[1 << 20];
        long start = System.nanoTime();
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(buffer);
            while (read > 0) {
                read = in.read(buffer);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Path writeWalk(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        double[] home = random.doubles(3 * ATOMS).toArray();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("walk\n1.0\n20 0 0\n0 20 0\n0 0 20\nLi P S\n160 40 200\n");
            for (int frame = 1; frame <= FRAMES; frame++) {
                out.write("Direct configuration= " + frame + "\n");
                for (int k = 0; k < 3 * ATOMS; k++) {
                    home[k] += k < 3 * IONS ? WALK_STEP * random.nextGaussian() : 0;
                    double s = home[k] + VIBRATION * random.nextGaussian();
                    long digits = Math.min(99_999_999, (long) ((s - Math.floor(s)) * 1e8));
                    out.write(k % 3 == 2 ? "  0." + padded(digits) + "\n" : "  0." + padded(digits));
                }
            }
        }
        return file;
    }

    private static String padded(long digits) {
        String text = Long.toString(digits);
        return "0".repeat(8 - text.length()) + text;
    }
}
