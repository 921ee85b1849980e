package org.percolith.pathways;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * Lithium tracks from compressed, fixed-cell XDATCARs, read plainly for these tests: minimum-image unwrapping, and the
 * mass-weighted framework displacement taken out, both in fractional space.
 */
public final class XdatcarTracks {

    private static final Map<String, Double> MASS =
            Map.of("Li", 6.94, "P", 30.974, "S", 32.06, "Cl", 35.45, "I", 126.904, "O", 15.999);

    private XdatcarTracks() {}

    /** The shared data folder, or a visible skip. */
    public static Path data(String relative) {
        Path path = Path.of(System.getProperty("percolith.root", ".."))
                .resolve("../shared/data")
                .resolve(relative);
        assumeTrue(Files.exists(path), "the shared data are not here: " + path);
        return path;
    }

    public static IonTracks argyrodite(String system) {
        List<Path> files = new ArrayList<>();
        for (int run = 1; run <= 6; run++) {
            files.add(data("public/argyrodite/" + system + "/run" + run + "/actual_XDATCAR.gz"));
        }
        return read(files);
    }

    /** Three numbers a line, in one list. */
    public static List<Double> siteTable(String relative) {
        try {
            return Files.readAllLines(data(relative)).stream()
                    .flatMap(line -> Arrays.stream(numbers(line)).boxed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static IonTracks read(List<Path> files) {
        List<double[]> frames = new ArrayList<>();
        List<String> species = new ArrayList<>();
        double[] cell = new double[9];
        for (Path file : files) {
            species.clear();
            readFrames(file, cell, species, frames);
        }
        unwrap(frames);
        removeDrift(frames, species);
        int[] lithium = IntStream.range(0, species.size())
                .filter(atom -> species.get(atom).equals("Li"))
                .toArray();
        try (IonTracks.Builder builder = new IonTracks.Builder(lithium.length, Long.MAX_VALUE, Path.of("."))) {
            for (double[] frame : frames) {
                double[] row = new double[3 * lithium.length];
                for (int i = 0; i < lithium.length; i++) {
                    System.arraycopy(frame, 3 * lithium[i], row, 3 * i, 3);
                }
                builder.add(row);
            }
            return builder.build(Cell.ofRows(cell), List.of(new FrameRange(0, frames.size())));
        }
    }

    private static void readFrames(Path file, double[] cell, List<String> species, List<double[]> frames) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            in.readLine();
            double scale = numbers(in.readLine())[0];
            for (int vector = 0; vector < 3; vector++) {
                double[] row = numbers(in.readLine());
                for (int axis = 0; axis < 3; axis++) {
                    cell[3 * vector + axis] = scale * row[axis];
                }
            }
            StringTokenizer names = new StringTokenizer(in.readLine());
            for (double count : numbers(in.readLine())) {
                species.addAll(Collections.nCopies((int) count, names.nextToken()));
            }
            while (in.readLine() != null) {
                double[] frame = new double[3 * species.size()];
                for (int atom = 0; atom < species.size(); atom++) {
                    System.arraycopy(numbers(in.readLine()), 0, frame, 3 * atom, 3);
                }
                frames.add(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] numbers(String line) {
        StringTokenizer tokens = new StringTokenizer(line);
        double[] numbers = new double[tokens.countTokens()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = Double.parseDouble(tokens.nextToken());
        }
        return numbers;
    }

    private static void unwrap(List<double[]> frames) {
        for (int k = 1; k < frames.size(); k++) {
            double[] before = frames.get(k - 1);
            double[] frame = frames.get(k);
            for (int i = 0; i < frame.length; i++) {
                double step = frame[i] - before[i];
                frame[i] = before[i] + step - Math.rint(step);
            }
        }
    }

    private static void removeDrift(List<double[]> frames, List<String> species) {
        double[] first = frames.get(0).clone();
        double[] mass = species.stream()
                .mapToDouble(name -> name.equals("Li") ? 0 : MASS.getOrDefault(name, Double.NaN))
                .toArray();
        double totalMass = Arrays.stream(mass).sum();
        for (double[] frame : frames) {
            for (int axis = 0; axis < 3; axis++) {
                double drift = 0;
                for (int atom = 0; atom < mass.length; atom++) {
                    drift += mass[atom] * (frame[3 * atom + axis] - first[3 * atom + axis]) / totalMass;
                }
                for (int atom = 0; atom < mass.length; atom++) {
                    frame[3 * atom + axis] -= drift;
                }
            }
        }
    }
}
