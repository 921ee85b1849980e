package org.percolith.cli.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.percolith.cli.table.TableColumn.Quantity;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.trajectory.TrajectoryException;

/**
 * A table of diffusivities or conductivities against temperature, as papers and spreadsheets have them: separators, decimal
 * marks and units as the header says them.
 *
 * @param points one a row that can be used
 * @param notices units taken and why, rows left out, rows of one temperature
 */
public record DiffusivityTable(List<SweepPoint> points, List<String> notices) {

    /** Above this a value without a unit is no diffusivity in cm²/s: gases begin here. */
    private static final double LARGEST_CM2_PER_S = 0.05;

    public DiffusivityTable {
        points = List.copyOf(points);
        notices = List.copyOf(notices);
    }

    /** True for a text table whose header names a temperature, and a diffusivity or a conductivity. */
    public static boolean isTable(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean text = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") || name.endsWith(".dat");
        return text
                && Files.isRegularFile(file)
                && lines(file).stream()
                        .filter(DiffusivityTable::isContent)
                        .findFirst()
                        .map(header -> new Header(header).isSweep())
                        .orElse(false);
    }

    /**
     * Reads a table.
     *
     * @throws TrajectoryException if a cell is no number, no row can be used, or a unit cannot be what it seems
     */
    public static DiffusivityTable read(Path file, TableCarrier carrier) {
        List<String> lines = lines(file);
        List<SweepPoint> points = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Header header = null;
        for (int k = 0; k < lines.size(); k++) {
            if (!isContent(lines.get(k))) {
                continue;
            }
            if (header == null) {
                header = new Header(lines.get(k));
                header.unitNotice(file).ifPresent(notices::add);
            } else {
                header.row(file, k + 1, lines.get(k), carrier, notices).ifPresent(points::add);
            }
        }
        if (points.isEmpty()) {
            throw new TrajectoryException(file + " holds a header but no row that can be used"
                    + (notices.isEmpty() ? "" : ". " + String.join("; ", notices)));
        }
        repeats(file, points).ifPresent(notices::add);
        return new DiffusivityTable(points, notices);
    }

    private static Optional<String> repeats(Path file, List<SweepPoint> points) {
        Map<String, Long> rows =
                points.stream().collect(Collectors.groupingBy(SweepPoint::label, TreeMap::new, Collectors.counting()));
        String repeated = rows.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getValue() + " rows at " + entry.getKey())
                .collect(Collectors.joining(", "));
        return repeated.isEmpty()
                ? Optional.empty()
                : Optional.of(file + ": " + repeated + " are taken as replicas of one temperature");
    }

    private static boolean isContent(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    private static List<String> lines(Path file) {
        try {
            return withoutMark(Files.readAllLines(file));
        } catch (MalformedInputException e) {
            return withoutMark(latin(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> latin(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> withoutMark(List<String> lines) {
        return lines.stream().map(line -> line.replace("\uFEFF", "")).toList();
    }

    /** The first line of content: how the table is written, and what its columns hold. */
    private static final class Header {

        private final TableSyntax syntax;
        private final List<String> names;
        private final List<Optional<TableColumn>> columns;

        Header(String line) {
            syntax = TableSyntax.of(line);
            names = syntax.cells(line.strip());
            columns = names.stream().map(TableColumn::of).toList();
        }

        private OptionalInt index(Quantity quantity) {
            return IntStream.range(0, columns.size())
                    .filter(k -> columns.get(k)
                            .filter(column -> column.quantity() == quantity)
                            .isPresent())
                    .findFirst();
        }

        boolean isSweep() {
            return index(Quantity.TEMPERATURE).isPresent()
                    && (index(Quantity.DIFFUSIVITY).isPresent()
                            || index(Quantity.CONDUCTIVITY).isPresent());
        }

        private Quantity measured() {
            return index(Quantity.DIFFUSIVITY).isPresent() ? Quantity.DIFFUSIVITY : Quantity.CONDUCTIVITY;
        }

        Optional<String> unitNotice(Path file) {
            int k = index(measured()).orElseThrow();
            TableColumn column = columns.get(k).orElseThrow();
            return names.get(k).equals("D")
                    ? Optional.empty()
                    : Optional.of(file + ": " + names.get(k) + " is taken in " + column.unit()
                            + (column.stated() ? ", as its name says" : ", since its name states no unit"));
        }

        Optional<SweepPoint> row(Path file, int line, String text, TableCarrier carrier, List<String> notices) {
            List<String> cells = syntax.cells(text.strip());
            double temperatureK =
                    number(file, line, cells, Quantity.TEMPERATURE).orElseThrow();
            if (!(temperatureK > 0)) {
                throw new TrajectoryException(
                        file + ", line " + line + ": a temperature must be positive, found " + temperatureK + " K");
            }
            double value = number(file, line, cells, measured()).orElseThrow();
            double std = number(file, line, cells, Quantity.ERROR).orElse(0) * errorFactor();
            String label = BigDecimal.valueOf(temperatureK).stripTrailingZeros().toPlainString() + " K";
            if (!(value > 0)) {
                notices.add(file + ", line " + line + ": " + label + " is left out, since its value is not positive");
                return Optional.empty();
            }
            if (std < 0) {
                throw new TrajectoryException(file + ", line " + line + ": an error must not be negative");
            }
            refuseImplausible(file, line, value);
            return Optional.of(point(file, label, temperatureK, value, std, carrier));
        }

        private void refuseImplausible(Path file, int line, double value) {
            int k = index(measured()).orElseThrow();
            if (measured() == Quantity.DIFFUSIVITY
                    && value > LARGEST_CM2_PER_S
                    && !columns.get(k).orElseThrow().stated()) {
                throw new TrajectoryException(String.format(
                        Locale.ROOT,
                        "%s, line %d: %g cannot be a diffusivity in cm²/s, and the column '%s' states no unit. Name it, for"
                                + " example D_A2_ps or D_m2_s",
                        file,
                        line,
                        value,
                        names.get(k)));
            }
        }

        private SweepPoint point(
                Path file, String label, double temperatureK, double value, double std, TableCarrier carrier) {
            OptionalDouble perDiffusivity = carrier.conductivityPerDiffusivity(temperatureK);
            if (measured() == Quantity.DIFFUSIVITY) {
                return SweepPoint.ofTable(label, temperatureK, value, std, perDiffusivity);
            }
            double factor = perDiffusivity.orElseThrow(() -> new TrajectoryException(
                    file + " holds conductivities: their carriers are needed. Give a structure with --lattice POSCAR"));
            return SweepPoint.ofTable(label, temperatureK, value / factor, std / factor, perDiffusivity);
        }

        /** An error without a unit of its own is in that of the value. */
        private double errorFactor() {
            TableColumn value = columns.get(index(measured()).orElseThrow()).orElseThrow();
            OptionalInt index = index(Quantity.ERROR);
            boolean own = index.isPresent()
                    && columns.get(index.getAsInt()).orElseThrow().stated();
            return own ? 1 : value.factor();
        }

        private OptionalDouble number(Path file, int line, List<String> cells, Quantity quantity) {
            OptionalInt index = index(quantity);
            if (index.isEmpty()) {
                return OptionalDouble.empty();
            }
            int k = index.getAsInt();
            String cell = k < cells.size() ? cells.get(k) : "";
            if (quantity == Quantity.ERROR && cell.isEmpty()) {
                return OptionalDouble.empty();
            }
            try {
                double value = columns.get(k).orElseThrow().value(Double.parseDouble(syntax.number(cell)));
                if (Double.isFinite(value)) {
                    return OptionalDouble.of(value);
                }
            } catch (NumberFormatException e) {
                throw new TrajectoryException(
                        file + ", line " + line + ": expected a number in column " + names.get(k) + ", found '" + cell
                                + "'",
                        e);
            }
            throw new TrajectoryException(file + ", line " + line + ": " + names.get(k) + " is not finite");
        }
    }
}
