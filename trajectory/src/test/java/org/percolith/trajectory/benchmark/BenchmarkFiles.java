package org.percolith.trajectory.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.percolith.trajectory.format.TrajectoryFiles;

/** Large files as the codes write them. */
final class BenchmarkFiles {

    private static final int ATOMS = 400;
    private static final double VIBRATION = 0.02;

    private BenchmarkFiles() {}

    /** An XDATCAR of 400 atoms that vibrate about random places. */
    static Path xdatcar(Path file, int frames) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        double[] places = random.doubles(3 * ATOMS, VIBRATION, 1 - VIBRATION).toArray();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("made for a benchmark\n 1.0\n 20.0 0.0 0.0\n 0.0 20.0 0.0\n 0.0 0.0 20.0\n Li S\n 200 200\n");
            for (int k = 1; k <= frames; k++) {
                out.write(String.format("Direct configuration=%6d\n", k));
                for (int at = 0; at < places.length; at++) {
                    long units = Math.round((places[at] + VIBRATION * (random.nextDouble() - 0.5)) * 1e8);
                    out.write("  0." + Long.toString(100_000_000 + units).substring(1) + (at % 3 == 2 ? "\n" : ""));
                }
            }
        }
        return file;
    }

    /** A vasprun.xml whose calculations are repeated until it is large. */
    static Path repeatedVasprun(Path file, Path original, int megabytes) throws IOException {
        byte[] bytes;
        try (InputStream in = TrajectoryFiles.decompressed(original)) {
            bytes = in.readAllBytes();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = text.lastIndexOf('\n', text.indexOf("<calculation>")) + 1;
        int to = text.indexOf('\n', text.lastIndexOf("</calculation>")) + 1;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes, 0, from);
            for (long written = 0; written < megabytes * 1_000_000L; written += to - from) {
                out.write(bytes, from, to - from);
            }
            out.write(bytes, to, bytes.length - to);
        }
        return file;
    }
}
