package org.percolith.trajectory.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Runs a fixed number of independent tasks and returns their results in task order.
 *
 * <p>Work is split by a plan that does not depend on the number of threads, and partial results are combined in
 * index order, so that any number of threads gives the same bytes.
 */
@FunctionalInterface
public interface TaskRunner {

    /** Results of {@code task.apply(0) ... task.apply(tasks - 1)}, in that order. */
    <R> List<R> map(int tasks, IntFunction<R> task);

    /** Everything on the calling thread. */
    static TaskRunner serial() {
        return new TaskRunner() {
            @Override
            public <R> List<R> map(int tasks, IntFunction<R> task) {
                List<R> results = new ArrayList<>(tasks);
                for (int i = 0; i < tasks; i++) {
                    results.add(task.apply(i));
                }
                return results;
            }
        };
    }

    /** Tasks are submitted to {@code executor}, which the caller owns and closes. */
    static TaskRunner on(ExecutorService executor) {
        return new TaskRunner() {
            @Override
            public <R> List<R> map(int tasks, IntFunction<R> task) {
                List<Future<R>> futures = new ArrayList<>(tasks);
                for (int i = 0; i < tasks; i++) {
                    int index = i;
                    futures.add(executor.submit(() -> task.apply(index)));
                }
                List<R> results = new ArrayList<>(tasks);
                try {
                    for (Future<R> future : futures) {
                        results.add(future.get());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException("interrupted while waiting for parallel work");
                } catch (ExecutionException e) {
                    throw rethrown(e);
                } finally {
                    futures.forEach(future -> future.cancel(true));
                }
                return results;
            }
        };
    }

    private static RuntimeException rethrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
