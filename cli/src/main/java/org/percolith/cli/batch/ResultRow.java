package org.percolith.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One run in the table of all results.
 *
 * @param status done, failed or missing
 * @param message why it failed
 * @param result the run's object in {@code summary.json}; a missing node where there is none
 */
public record ResultRow(BatchTask task, String status, String message, JsonNode result) {

    static ResultRow done(BatchTask task, JsonNode result) {
        return new ResultRow(task, "done", "", result);
    }

    static ResultRow without(BatchTask task, Optional<TaskState> state) {
        return new ResultRow(
                task,
                state.isPresent() ? "failed" : "missing",
                state.map(TaskState::message).orElse("never ended"),
                MissingNode.getInstance());
    }

    /** Column names with their units, and values. */
    Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("task", String.valueOf(task.number()));
        cells.put("label", task.run().label());
        cells.put("path", task.run().path().toString());
        cells.put("status", status);
        cells.put("composition", composition());
        cells.put("carrier", result.path("carrier").path("species").asText());
        cells.put("temperature_K", text(result.path("temperature_K").path("value")));
        cells.put("frames", text(result.path("frames")));
        cells.put("duration_ps", text(result.path("duration_ps")));
        putEstimate(cells, "tracer", "cm2_s", result.path("diffusivity").path("tracer_cm2_s"));
        putEstimate(cells, "conductivity", "mS_cm", result.path("conductivity").path("tracer_mS_cm"));
        cells.put(
                "haven_ratio",
                text(result.path("diffusivity").path("haven_ratio").path("value")));
        cells.put(
                "dimensionality",
                text(result.path("diffusivity").path("dimensionality").path("value")));
        cells.put("percolation_dimensionality", text(result.path("percolation").path("dimensionality")));
        cells.put("effective_hops", text(result.path("hops").path("effective")));
        cells.put("transport", result.path("transport").asText());
        cells.put("publishable", text(result.path("publishable")));
        cells.put("failed_verdicts", String.join(" ", verdicts("fail")));
        cells.put("warnings", String.join(" ", verdicts("warn")));
        cells.put("message", message);
        return cells;
    }

    /**
     * Whether the row is one of {@code kind}: {@code publishable}, a kind of transport, a status, or {@code M7=fail}.
     */
    boolean is(String kind) {
        String[] halves = kind.split("=", 2);
        if (halves.length == 2) {
            return verdicts(halves[1]).contains(halves[0]);
        }
        return kind.equals("publishable")
                ? result.path("publishable").asBoolean()
                : kind.equals(status) || kind.equals(result.path("transport").asText());
    }

    /** {@code Li4 P O4 I}: elements with their counts, as they stand in the cell. */
    String composition() {
        List<String> parts = new ArrayList<>();
        result.path("composition")
                .properties()
                .forEach(entry -> parts.add(entry.getKey() + entry.getValue().asText()));
        return String.join(" ", parts);
    }

    private List<String> verdicts(String wanted) {
        return StreamSupport.stream(result.path("verdicts").spliterator(), false)
                .filter(verdict -> verdict.path("status").asText().equals(wanted))
                .map(verdict -> verdict.path("id").asText())
                .toList();
    }

    private static void putEstimate(Map<String, String> cells, String name, String unit, JsonNode estimate) {
        cells.put(name + "_" + unit, text(estimate.path("value")));
        cells.put(name + "_std_" + unit, text(estimate.path("std")));
        cells.put(name + "_lower95_" + unit, text(estimate.path("interval95").path(0)));
        JsonNode upper = estimate.path("interval95").path(1);
        cells.put(name + "_upper95_" + unit, text(upper.isMissingNode() ? estimate.path("upper95") : upper));
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }
}
