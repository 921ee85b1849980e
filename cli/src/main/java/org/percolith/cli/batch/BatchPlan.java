package org.percolith.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch is to do.
 *
 * @param settings options of {@code analyze} for every run, as words
 * @param tasks one a run
 */
public record BatchPlan(List<String> settings, List<BatchTask> tasks) {

    static final String SCHEMA = "percolith.batch/1";

    public BatchPlan {
        settings = List.copyOf(settings);
        tasks = List.copyOf(tasks);
    }

    /** The task of this number; {@link IllegalArgumentException} if there is none. */
    public BatchTask task(int number) {
        return tasks.stream()
                .filter(task -> task.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no task " + number + "; the plan has " + tasks.size() + " tasks"));
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        ArrayNode words = node.putArray("settings");
        settings.forEach(words::add);
        ArrayNode list = node.putArray("tasks");
        tasks.forEach(task -> list.add(task.json()));
        return node;
    }

    static BatchPlan of(JsonNode node) {
        List<String> settings = new ArrayList<>();
        node.path("settings").forEach(word -> settings.add(word.asText()));
        List<BatchTask> tasks = new ArrayList<>();
        node.path("tasks").forEach(task -> tasks.add(BatchTask.of(task)));
        return new BatchPlan(settings, tasks);
    }
}
