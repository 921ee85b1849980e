package org.percolith.cli.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.cli.table.Measurement.Kind;
import org.percolith.trajectory.TrajectoryException;

/**
 * Reads {@code quantity,temperature_K,value,error,method}. The quantity names its unit: {@code conductivity_S_cm},
 * {@code sigma_mS_cm}, {@code D_cm2_s}, {@code diffusivity_m2_s}, {@code jump_rate_per_s}, {@code T1_minimum_MHz}.
 */
public final class MeasurementTable {

    private static final List<String> COLUMNS = List.of("quantity", "temperature_K", "value");
    private static final Pattern JUMP_RATE = Pattern.compile("jumprate(?:per(s|ns|ps))?|jumprate(hz|ghz|thz)");
    private static final Pattern T1_MINIMUM = Pattern.compile("t1min(?:imum)?(?:mhz)?");

    private final Path file;
    private final TableSyntax syntax;
    private final List<String> header;

    private MeasurementTable(Path file, String header) {
        this.file = file;
        syntax = TableSyntax.of(header);
        this.header = syntax.cells(header.strip());
    }

    /**
     * Reads a table.
     *
     * @throws TrajectoryException with file and line if a column is missing or a cell is not what it should be
     */
    public static List<Measurement> read(Path file) {
        List<String> lines = lines(file);
        List<Measurement> rows = new ArrayList<>();
        MeasurementTable table = null;
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k).replace("\uFEFF", "");
            if (line.isBlank() || line.strip().startsWith("#")) {
                continue;
            }
            if (table == null) {
                table = new MeasurementTable(file, line);
                table.requireColumns();
            } else {
                rows.add(table.row(k + 1, line));
            }
        }
        if (rows.isEmpty()) {
            throw new TrajectoryException(
                    file + " holds no measured value. Expected the columns quantity,temperature_K,"
                            + "value,error,method and a row for each value");
        }
        return rows;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void requireColumns() {
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw new TrajectoryException(file + ", line 1: no column '" + column + "' among " + header
                        + ". Expected quantity,temperature_K,value,error,method");
            }
        }
    }

    private Measurement row(int line, String text) {
        List<String> cells = syntax.cells(text.strip());
        String quantity = cell(cells, "quantity");
        Scale scale = scale(quantity)
                .orElseThrow(() -> new TrajectoryException(file + ", line " + line + ": '" + quantity
                        + "' is no quantity known here. Write conductivity_mS_cm, D_cm2_s, jump_rate_per_s or"
                        + " T1_minimum_MHz"));
        double temperatureK = positive(line, "temperature_K", cells);
        double value = positive(line, "value", cells) * scale.factor;
        String error = cell(cells, "error");
        double std = error.isEmpty() ? 0 : number(line, "error", cells);
        double inUnit = scale.kind == Kind.T1_MINIMUM ? std : std * scale.factor;
        return new Measurement(scale.kind, temperatureK, value, Math.abs(inUnit), cell(cells, "method"));
    }

    private String cell(List<String> cells, String column) {
        int k = header.indexOf(column);
        return k >= 0 && k < cells.size() ? cells.get(k) : "";
    }

    private double positive(int line, String column, List<String> cells) {
        double value = number(line, column, cells);
        if (!(value > 0)) {
            throw new TrajectoryException(
                    file + ", line " + line + ": " + column + " must be positive, found " + value);
        }
        return value;
    }

    private double number(int line, String column, List<String> cells) {
        String cell = cell(cells, column);
        try {
            double value = Double.parseDouble(syntax.number(cell));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new TrajectoryException(
                    file + ", line " + line + ": expected a number in column " + column + ", found '" + cell + "'", e);
        }
        throw new TrajectoryException(file + ", line " + line + ": " + column + " is not finite");
    }

    private record Scale(Kind kind, double factor) {}

    private static Optional<Scale> scale(String quantity) {
        String key = quantity.toLowerCase(Locale.ROOT).replaceAll("[\\s_()/₁-]+", "");
        if (T1_MINIMUM.matcher(key).matches()) {
            return Optional.of(new Scale(Kind.T1_MINIMUM, 1));
        }
        Matcher rate = JUMP_RATE.matcher(key);
        if (rate.matches()) {
            String unit = rate.group(1) == null ? rate.group(2) : rate.group(1);
            return Optional.of(new Scale(Kind.JUMP_RATE, unit == null ? 1 : perSecond(unit)));
        }
        return TableColumn.of(quantity).flatMap(column -> switch (column.quantity()) {
            case CONDUCTIVITY -> Optional.of(new Scale(Kind.CONDUCTIVITY, column.factor()));
            case DIFFUSIVITY -> Optional.of(new Scale(Kind.DIFFUSIVITY, column.factor()));
            default -> Optional.empty();
        });
    }

    private static double perSecond(String unit) {
        return switch (unit) {
            case "ns", "ghz" -> 1e9;
            case "ps", "thz" -> 1e12;
            default -> 1;
        };
    }
}
