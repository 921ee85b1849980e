package org.percolith.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.percolith.trajectory.parallel.TaskRunner;

/** The threads of one command. */
final class Workers implements AutoCloseable {

    private final ExecutorService executor;

    Workers(int threads) {
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "percolith-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    TaskRunner runner() {
        return TaskRunner.on(executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
