package org.percolith.trajectory.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.quantity.Sourced;

/**
 * A manifest {@code runs.csv} with the header {@code path,temperature_K[,frame_interval_fs][,label]}: one run a line,
 * paths relative to the manifest, {@code #} starts a comment line. It overrides all discovery.
 */
final class RunManifest {

    static final String FILE_NAME = "runs.csv";

    private final Path file;
    private final List<String> columns;

    private RunManifest(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    static boolean isManifest(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().equals(FILE_NAME) && Files.isRegularFile(path);
    }

    /**
     * Reads a manifest.
     *
     * @param discover finds the segments under a path; what it finds is joined to one run
     */
    static List<RunFiles> read(Path file, Function<Path, List<RunFiles>> discover) {
        List<String> lines = lines(file);
        List<RunFiles> runs = new ArrayList<>();
        RunManifest manifest = null;
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells =
                    Arrays.stream(line.split(",", -1)).map(String::strip).toList();
            if (manifest == null) {
                manifest = new RunManifest(file, cells);
                manifest.requireHeader();
            } else {
                runs.add(manifest.run(cells, k + 1, discover));
            }
        }
        if (runs.isEmpty()) {
            throw new TrajectoryException(file + " names no run. Below the header, write one line for each");
        }
        return runs;
    }

    private void requireHeader() {
        if (!columns.contains("path") || !columns.contains("temperature_K")) {
            throw new TrajectoryException(file + ", line 1: expected the header"
                    + " path,temperature_K[,frame_interval_fs][,label], found " + String.join(",", columns));
        }
    }

    private RunFiles run(List<String> cells, int line, Function<Path, List<RunFiles>> discover) {
        String place = file + ", line " + line;
        String pathText = cell(cells, "path");
        if (pathText == null) {
            throw new TrajectoryException(place + ": the path is missing");
        }
        Path folder = file.toAbsolutePath().getParent();
        Path path = folder == null ? Path.of(pathText) : folder.resolve(pathText);
        List<Path> segments = new ArrayList<>();
        discover.apply(path).forEach(found -> segments.addAll(found.segments()));
        Sourced<Double> temperature = number(cells, "temperature_K", place);
        if (temperature == null) {
            throw new TrajectoryException(place + ": temperature_K is missing");
        }
        String label = cell(cells, "label");
        return new RunFiles(
                label == null ? pathText : label,
                path.normalize(),
                segments,
                temperature,
                true,
                number(cells, "frame_interval_fs", place));
    }

    private @Nullable Sourced<Double> number(List<String> cells, String column, String place) {
        String text = cell(cells, column);
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && Double.isFinite(value)) {
                return new Sourced<>(value, FILE_NAME);
            }
        } catch (NumberFormatException e) {
            throw new TrajectoryException(place + ": " + column + " must be a number, found '" + text + "'", e);
        }
        throw new TrajectoryException(place + ": " + column + " must be positive, found '" + text + "'");
    }

    private @Nullable String cell(List<String> cells, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= cells.size() || cells.get(index).isEmpty() ? null : cells.get(index);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
