package org.percolith.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results of all runs of a batch, a row each, in the order of the plan. */
public record ResultTable(List<ResultRow> rows) {

    public ResultTable {
        rows = List.copyOf(rows);
    }

    public static ResultTable of(BatchFolder folder, BatchPlan plan) {
        ObjectMapper json = new ObjectMapper();
        List<ResultRow> rows = new ArrayList<>();
        for (BatchTask task : plan.tasks()) {
            Optional<Path> summary = folder.summaryOf(task);
            rows.add(
                    summary.isPresent()
                            ? ResultRow.done(task, run(json, summary.get()))
                            : ResultRow.without(task, folder.state(task)));
        }
        return new ResultTable(rows);
    }

    private static JsonNode run(ObjectMapper json, Path summary) {
        try {
            return json.readTree(summary.toFile()).path("runs").path(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + summary + ": " + e.getMessage(), e);
        }
    }

    /** Rows that are of any of these kinds; all if none is named. */
    public ResultTable only(List<String> kinds) {
        return kinds.isEmpty()
                ? this
                : new ResultTable(rows.stream()
                        .filter(row -> kinds.stream().anyMatch(row::is))
                        .toList());
    }

    public long count(String kind) {
        return rows.stream().filter(row -> row.is(kind)).count();
    }

    /** As CSV with units in the names of the columns. */
    public String csv() {
        StringBuilder text = new StringBuilder();
        for (ResultRow row : rows) {
            Map<String, String> cells = row.cells();
            if (text.isEmpty()) {
                text.append(String.join(",", cells.keySet())).append('\n');
            }
            text.append(cells.values().stream().map(ResultTable::quoted).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * Runs that make a sweep: of one composition, and of one folder once the names that state a temperature are taken off.
     * Where no folder holds two temperatures, the composition alone counts.
     */
    public Map<String, List<ResultRow>> systems() {
        Map<String, List<ResultRow>> byFolder = grouped(row -> row.composition() + " in " + Temperatures.folder(row));
        Map<String, List<ResultRow>> sweeps = withSeveralTemperatures(byFolder);
        return sweeps.isEmpty() ? withSeveralTemperatures(grouped(ResultRow::composition)) : sweeps;
    }

    private Map<String, List<ResultRow>> grouped(Function<ResultRow, String> system) {
        return rows.stream()
                .filter(row -> row.status().equals("done"))
                .collect(Collectors.groupingBy(system, TreeMap::new, Collectors.toList()));
    }

    private static Map<String, List<ResultRow>> withSeveralTemperatures(Map<String, List<ResultRow>> groups) {
        Map<String, List<ResultRow>> several = new TreeMap<>(groups);
        several.values().removeIf(group -> Temperatures.distinct(group) < 2);
        return several;
    }
}
