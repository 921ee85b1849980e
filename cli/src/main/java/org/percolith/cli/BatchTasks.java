package org.percolith.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.percolith.cli.batch.BatchFolder;
import org.percolith.cli.batch.BatchPlan;
import org.percolith.cli.batch.BatchTask;
import org.percolith.cli.batch.TaskState;

/** Runs tasks of a batch in this program, a few at a time; what one of them meets does not stop the others. */
final class BatchTasks {

    private static final long BYTES_PER_MIB = 1L << 20;

    private final BatchFolder folder;
    private final BatchPlan plan;
    private final Terminal terminal;
    private final int threads;
    private final long memoryBytes;

    /**
     * Prepares tasks.
     *
     * @param threads of all tasks together
     * @param memoryBytes for the ion tracks of all tasks together
     */
    BatchTasks(BatchFolder folder, BatchPlan plan, Terminal terminal, int threads, long memoryBytes) {
        this.folder = folder;
        this.plan = plan;
        this.terminal = terminal;
        this.threads = threads;
        this.memoryBytes = memoryBytes;
    }

    /** Runs these tasks, {@code atOnce} of them side by side; true if all of them succeeded. */
    boolean run(List<BatchTask> tasks, int atOnce) throws InterruptedException {
        int side = Math.max(1, Math.min(atOnce, tasks.size()));
        ExecutorService executor = Executors.newFixedThreadPool(side);
        AtomicInteger ended = new AtomicInteger();
        List<Callable<TaskState>> calls = new ArrayList<>();
        for (BatchTask task : tasks) {
            calls.add(() -> {
                TaskState state = run(task, side);
                say(task, state, ended.incrementAndGet() + "/" + tasks.size());
                return state;
            });
        }
        try {
            boolean sound = true;
            for (Future<TaskState> future : executor.invokeAll(calls)) {
                sound &= future.get().isDone();
            }
            return sound;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task of the batch could not be recorded: " + e.getCause(), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private TaskState run(BatchTask task, int side) {
        TaskState state;
        try {
            int exitCode = analyze(task, side);
            state = new TaskState(task.key(), exitCode, "");
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            state = new TaskState(task.key(), failure.exitCode(), failure.message());
        }
        folder.write(task, state);
        return state;
    }

    /** What {@code percolith analyze} does, with its part of the threads and of the memory. */
    private int analyze(BatchTask task, int side) {
        List<String> words = new ArrayList<>(plan.settings());
        words.add("--out=" + folder.resultsOf(task));
        words.add("--force");
        words.add("--threads=" + Math.max(1, threads / side));
        words.add("--memory=" + Math.max(1, memoryBytes / side / BYTES_PER_MIB) + "m");
        CommandOptions options = TaskOptions.of(words);
        List<String> command =
                new ArrayList<>(List.of("analyze", task.run().path().toString()));
        command.addAll(plan.settings());
        StringWriter notices = new StringWriter();
        Terminal own = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(notices), options.execution());
        int exitCode = new AnalysisJob(
                        options,
                        EnumSet.allOf(RunAnalyzer.Part.class),
                        own,
                        ComputeCommand.provenance(command, options.analysis()))
                .run(task.run());
        if (!notices.toString().isEmpty()) {
            folder.write("tasks/" + task.folderName() + ".notices", notices.toString());
        }
        return exitCode;
    }

    private void say(BatchTask task, TaskState state, String count) {
        terminal.notice(count + "  " + task.folderName() + "  "
                + (state.isDone() ? "done" : "FAILED (exit " + state.exitCode() + "): " + state.message()));
    }
}
