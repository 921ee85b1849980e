package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.trajectory.TrajectoryException;

/** A published table of diffusivities: CSV with the header {@code T,D[,D_error]}, in K and cm²/s. */
final class DiffusivityTable {

    private static final String SEPARATOR = "\\s*,\\s*";

    private DiffusivityTable() {}

    /** True for a CSV file whose header names T and D. */
    static boolean isTable(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") || !Files.isRegularFile(file)) {
            return false;
        }
        return lines(file).stream()
                .map(String::strip)
                .filter(DiffusivityTable::isContent)
                .findFirst()
                .map(header -> columns(header).containsAll(List.of("T", "D")))
                .orElse(false);
    }

    static List<SweepPoint> read(Path file, TableCarrier carrier) {
        List<String> lines = lines(file);
        List<SweepPoint> points = new ArrayList<>();
        List<String> columns = List.of();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).strip();
            if (isContent(line)) {
                if (columns.isEmpty()) {
                    columns = columns(line);
                } else {
                    points.add(point(file, k + 1, columns, line.split(SEPARATOR, -1), carrier));
                }
            }
        }
        if (points.isEmpty()) {
            throw new TrajectoryException(file + " holds a header but no temperature");
        }
        return points;
    }

    private static SweepPoint point(Path file, int line, List<String> columns, String[] cells, TableCarrier carrier) {
        double temperatureK = number(file, line, columns, cells, "T");
        double diffusivity = number(file, line, columns, cells, "D");
        double std = columns.contains("D_error") ? number(file, line, columns, cells, "D_error") : 0;
        if (!(temperatureK > 0) || !(diffusivity > 0) || std < 0) {
            throw new TrajectoryException(
                    file + ", line " + line + ": temperature and diffusivity must be positive, the error not negative");
        }
        return SweepPoint.ofTable(
                BigDecimal.valueOf(temperatureK).stripTrailingZeros().toPlainString() + " K",
                temperatureK,
                diffusivity,
                std,
                carrier.conductivityPerDiffusivity(temperatureK));
    }

    private static double number(Path file, int line, List<String> columns, String[] cells, String column) {
        int index = columns.indexOf(column);
        String text = index < cells.length ? cells[index] : "";
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new TrajectoryException(
                    file + ", line " + line + ": expected a number in column " + column + ", found '" + text + "'", e);
        }
        throw new TrajectoryException(file + ", line " + line + ": " + column + " is not finite");
    }

    private static boolean isContent(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private static List<String> columns(String header) {
        return Arrays.asList(header.replace("\uFEFF", "").split(SEPARATOR, -1));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
