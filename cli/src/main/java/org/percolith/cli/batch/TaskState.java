package org.percolith.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a task ended.
 *
 * @param key of the inputs and settings it ran with
 * @param exitCode as {@code analyze} would have returned it
 * @param message why, where it failed; else empty
 */
public record TaskState(String key, int exitCode, String message) {

    public boolean isDone() {
        return exitCode == 0;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("exit_code", exitCode)
                .put("message", message);
    }

    static TaskState of(JsonNode node) {
        return new TaskState(
                node.path("key").asText(),
                node.path("exit_code").asInt(),
                node.path("message").asText());
    }
}
