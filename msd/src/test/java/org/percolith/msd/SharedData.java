package org.percolith.msd;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * Test-only loader of XDATCAR files of the shared data folder: gzip, fixed cell, minimum-image unwrapping, framework
 * drift removed. It stands in for the project's own reader, which these tests must not depend on.
 */
public final class SharedData {

    private SharedData() {}

    public static Path folder() {
        return Path.of(System.getProperty("percolith.root", "..")).resolve("../shared");
    }

    /** The file, or a visibly skipped test. */
    public static Path require(String relative) {
        Path path = folder().resolve(relative);
        assumeTrue(Files.exists(path), () -> "skipped: no shared data at " + path);
        return path;
    }

    /**
     * Tracks of one species.
     *
     * @param masses framework species with the weight each atom has in the drift
     */
    public static IonTracks tracks(List<Path> files, String mobile, Map<String, Double> masses) throws IOException {
        Raw raw = new Raw();
        for (Path file : files) {
            raw.read(file);
        }
        return raw.tracks(mobile, masses);
    }

    private static final class Raw {
        private final List<double[]> frames = new ArrayList<>();
        private String[] species = {};
        private double[] rows = {};

        void read(Path file) throws IOException {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.US_ASCII))) {
                lines.readLine();
                lines.readLine();
                rows = new double[9];
                for (int vector = 0; vector < 3; vector++) {
                    numbers(lines.readLine(), rows, 3 * vector);
                }
                StringTokenizer names = new StringTokenizer(lines.readLine());
                StringTokenizer counts = new StringTokenizer(lines.readLine());
                List<String> atoms = new ArrayList<>();
                while (names.hasMoreTokens()) {
                    atoms.addAll(Collections.nCopies(Integer.parseInt(counts.nextToken()), names.nextToken()));
                }
                species = atoms.toArray(new String[0]);
                while (lines.readLine() != null) {
                    double[] frame = new double[3 * species.length];
                    for (int atom = 0; atom < species.length; atom++) {
                        numbers(lines.readLine(), frame, 3 * atom);
                    }
                    frames.add(frame);
                }
            }
        }

        private static void numbers(String line, double[] target, int at) {
            StringTokenizer parts = new StringTokenizer(line);
            for (int k = 0; k < 3; k++) {
                target[at + k] = Double.parseDouble(parts.nextToken());
            }
        }

        IonTracks tracks(String mobile, Map<String, Double> masses) {
            int ions = (int) Arrays.stream(species).filter(mobile::equals).count();
            double[] path = frames.get(0).clone();
            double[] start = path.clone();
            double[] row = new double[3 * ions];
            try (IonTracks.Builder builder =
                    new IonTracks.Builder(ions, Long.MAX_VALUE, Path.of(System.getProperty("java.io.tmpdir")))) {
                for (int f = 0; f < frames.size(); f++) {
                    for (int k = 0; k < path.length && f > 0; k++) {
                        double step = frames.get(f)[k] - frames.get(f - 1)[k];
                        path[k] += step - Math.rint(step);
                    }
                    double[] drift = drift(path, start, masses);
                    int ion = 0;
                    for (int atom = 0; atom < species.length; atom++) {
                        if (species[atom].equals(mobile)) {
                            for (int axis = 0; axis < 3; axis++) {
                                row[3 * ion + axis] = path[3 * atom + axis] - drift[axis];
                            }
                            ion++;
                        }
                    }
                    builder.add(row);
                }
                return builder.build(Cell.ofRows(rows), List.of(new FrameRange(0, frames.size())));
            }
        }

        private double[] drift(double[] path, double[] start, Map<String, Double> masses) {
            double[] drift = new double[3];
            double total = 0;
            for (int atom = 0; atom < species.length; atom++) {
                double mass = masses.getOrDefault(species[atom], 0.0);
                total += mass;
                for (int axis = 0; axis < 3; axis++) {
                    drift[axis] += mass * (path[3 * atom + axis] - start[3 * atom + axis]);
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                drift[axis] /= total;
            }
            return drift;
        }
    }
}
