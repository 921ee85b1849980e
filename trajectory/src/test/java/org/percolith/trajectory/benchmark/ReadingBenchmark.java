package org.percolith.trajectory.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.SharedData;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;

/**
 * How fast trajectories are read beside how fast the same bytes can be had: by {@code cat} into nothing and through a
 * pipe, by {@code gzip -dc} and {@code xz -dc}; and beside pymatgen, where it is installed. Rates are of the plain text. It
 * prints; it asserts no time.
 */
@Tag("benchmark")
class ReadingBenchmark {

    private static final int FRAMES = 60_000;
    private static final int FRAMES_FOR_PYTHON = 100;
    private static final int VASPRUN_MB = 200;
    private static final int THREADS = 2;
    private static final String CAT = "cat \"$0\" > /dev/null";
    private static final String PIPE = "cat \"$0\" | cat > /dev/null";
    private static final String ORIGINAL = "public/cases/lgps/LGPS_800K_vasprun.xml.gz";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void plainXdatcar() throws IOException {
        Path file = BenchmarkFiles.xdatcar(folder.resolve("XDATCAR"), FRAMES);
        double megabytes = Files.size(file) / 1e6;
        Rates rates = Rates.of(
                () -> Programs.run(CAT, file),
                () -> Programs.run(PIPE, file),
                () -> frames(file, 1),
                () -> frames(file, THREADS));
        print("XDATCAR, %.0f MB%n", megabytes);
        print(rates.line("cat > /dev/null", megabytes, 0));
        print(rates.line("cat | cat > /dev/null", megabytes, 1));
        print(rates.line("frames, 1 thread", megabytes, 2, 0, "cat"));
        print(rates.line("frames, 2 threads", megabytes, 3, 0, "cat"));
        print(rates.line("frames, 2 threads", megabytes, 3, 1, "cat through a pipe"));
        Path small = BenchmarkFiles.xdatcar(folder.resolve("XDATCAR-small"), FRAMES_FOR_PYTHON);
        againstPymatgen("Xdatcar(sys.argv[1])", small, megabytes / rates.cpuSeconds()[2]);
    }

    @Test
    void compressedXdatcar() throws IOException {
        Path plain = BenchmarkFiles.xdatcar(folder.resolve("XDATCAR"), FRAMES / 12);
        double megabytes = Files.size(plain) / 1e6;
        assumeTrue(Programs.run("gzip -k \"$0\" && xz -k -1 \"$0\"", plain) == 1, "gzip and xz are not installed");
        Path gzip = folder.resolve("XDATCAR.gz");
        Path xz = folder.resolve("XDATCAR.xz");
        Rates rates = Rates.of(
                () -> Programs.run("gzip -dc \"$0\" > /dev/null", gzip),
                () -> frames(gzip, THREADS),
                () -> Programs.run("xz -dc \"$0\" > /dev/null", xz),
                () -> frames(xz, THREADS));
        print("XDATCAR, %.0f MB, compressed%n", megabytes);
        print(rates.line("gzip -dc", megabytes, 0));
        print(rates.line("frames, .gz", megabytes, 1, 0, "gzip -dc"));
        print(rates.line("xz -dc", megabytes, 2));
        print(rates.line("frames, .xz", megabytes, 3, 2, "xz -dc"));
    }

    @Test
    void vasprun() throws IOException {
        Path original = SharedData.find(ORIGINAL);
        Path file = BenchmarkFiles.repeatedVasprun(folder.resolve("vasprun.xml"), original, VASPRUN_MB);
        double megabytes = Files.size(file) / 1e6;
        Rates rates = Rates.of(() -> Programs.run(CAT, file), () -> frames(file, 1));
        print("vasprun.xml, %.0f MB%n", megabytes);
        print(rates.line("cat > /dev/null", megabytes, 0));
        print(rates.line("frames", megabytes, 1, 0, "cat"));
        Path small = BenchmarkFiles.repeatedVasprun(folder.resolve("small.xml"), original, 1);
        againstPymatgen(
                "Vasprun(sys.argv[1], parse_dos=False, parse_eigen=False, parse_potcar_file=False)",
                small,
                megabytes / rates.cpuSeconds()[1]);
    }

    private static void againstPymatgen(String parsing, Path file, double ownMbPerCpuSecond) throws IOException {
        OptionalDouble seconds = Programs.pymatgenSeconds(parsing, file);
        String name = "pymatgen " + parsing.substring(0, parsing.indexOf('('));
        if (seconds.isEmpty()) {
            print("  %s: pymatgen is not installed, not compared%n", name);
            return;
        }
        double theirs = Files.size(file) / 1e6 / seconds.getAsDouble();
        print("  %-28s %26.2f MB/CPU-s   we are %.0f times as fast%n", name, theirs, ownMbPerCpuSecond / theirs);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static long frames(Path file, int threads) throws IOException {
        long frames = 0;
        try (TrajectoryReader reader = new TrajectoryFiles(threads).open(file)) {
            Frame frame = new Frame(reader.atoms().size());
            while (reader.next(frame)) {
                frames++;
            }
        }
        return frames;
    }
}
