package org.percolith.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.run.RunFiles;

/**
 * One run of a batch.
 *
 * @param number from 1, in the order in which the runs were found
 * @param run its files
 * @param key checksum of everything its result depends on: input files, settings, version
 */
public record BatchTask(int number, RunFiles run, String key) {

    /** {@code 0007-800K}. */
    public String folderName() {
        String name = run.label().replaceAll("[^A-Za-z0-9._+-]+", "_");
        return String.format(Locale.ROOT, "%04d-%s", number, name);
    }

    /** As it stands in {@code plan.json}. */
    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", number)
                .put("label", run.label())
                .put("path", run.path().toString())
                .put("key", key);
        ArrayNode segments = node.putArray("segments");
        run.segments().forEach(segment -> segments.add(segment.toString()));
        put(node, "temperature_K", run.temperatureK());
        node.put("temperature_is_explicit", run.temperatureIsExplicit());
        put(node, "frame_interval_fs", run.frameIntervalFs());
        return node;
    }

    static BatchTask of(JsonNode node) {
        List<Path> segments = new ArrayList<>();
        node.path("segments").forEach(segment -> segments.add(Path.of(segment.asText())));
        RunFiles run = new RunFiles(
                node.path("label").asText(),
                Path.of(node.path("path").asText()),
                segments,
                sourced(node.path("temperature_K")),
                node.path("temperature_is_explicit").asBoolean(),
                sourced(node.path("frame_interval_fs")));
        return new BatchTask(node.path("number").asInt(), run, node.path("key").asText());
    }

    private static void put(ObjectNode node, String name, @Nullable Sourced<Double> quantity) {
        if (quantity != null) {
            node.putObject(name).put("value", quantity.value()).put("source", quantity.source());
        }
    }

    private static @Nullable Sourced<Double> sourced(JsonNode node) {
        return node.isObject()
                ? new Sourced<>(
                        node.path("value").asDouble(), node.path("source").asText())
                : null;
    }
}
