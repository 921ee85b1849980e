package org.percolith.cli.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.TrajectoryException;

/**
 * Where a batch lives: {@code plan.json}, {@code tasks/0001-600K/} with each run's results, {@code tasks/0001-600K.json} on how
 * it ended, {@code results.csv}, {@code sweep/}, {@code scripts/}. Every file appears whole.
 */
public final class BatchFolder {

    private static final String PLAN = "plan.json";

    private final Path place;
    private final ObjectMapper json = new ObjectMapper();

    public BatchFolder(Path place) {
        this.place = place.toAbsolutePath().normalize();
    }

    public static boolean isBatch(Path folder) {
        return Files.isRegularFile(folder.resolve(PLAN));
    }

    public Path place() {
        return place;
    }

    public Path resultsOf(BatchTask task) {
        return place.resolve("tasks").resolve(task.folderName());
    }

    /** The result file of a task that is done. */
    public Optional<Path> summaryOf(BatchTask task) {
        Path file = resultsOf(task).resolve("summary.json");
        return Files.isRegularFile(file)
                        && state(task).filter(TaskState::isDone).isPresent()
                ? Optional.of(file)
                : Optional.empty();
    }

    public BatchPlan plan() {
        return BatchPlan.of(read(place.resolve(PLAN)));
    }

    public void write(BatchPlan plan) {
        write(PLAN, plan.json().toPrettyString() + "\n");
    }

    public void write(BatchTask task, TaskState state) {
        write(stateName(task), state.json() + "\n");
    }

    /** How a task ended last; empty if it never did. */
    public Optional<TaskState> state(BatchTask task) {
        Path file = place.resolve(stateName(task));
        return Files.isRegularFile(file) ? Optional.of(TaskState.of(read(file))) : Optional.empty();
    }

    /** Tasks that are missing, failed, or whose inputs or settings changed since. */
    public List<BatchTask> open(BatchPlan plan) {
        return plan.tasks().stream()
                .filter(task -> summaryOf(task).isEmpty()
                        || state(task)
                                .filter(state -> state.key().equals(task.key()))
                                .isEmpty())
                .toList();
    }

    private static String stateName(BatchTask task) {
        return "tasks/" + task.folderName() + ".json";
    }

    /** Writes a text file of the batch, whole or not at all. */
    public Path write(String name, String text) {
        Path file = place.resolve(name);
        try {
            Path parent = file.getParent() == null ? place : file.getParent();
            Files.createDirectories(parent);
            Path partial = Files.createTempFile(parent, "." + file.getFileName(), ".partial");
            Files.writeString(partial, text);
            return Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private JsonNode read(Path file) {
        try {
            return json.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new TrajectoryException(file + " is no valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
