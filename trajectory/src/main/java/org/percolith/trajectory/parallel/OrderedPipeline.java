package org.percolith.trajectory.parallel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks 0, 1, 2 ... a few ahead of its consumer, who gets their results in that order. All threads but one are its
 * own; the last is the consumer's, which works on tasks instead of waiting. Memory is bounded by the results of {@code
 * threads + 2} tasks.
 *
 * @param <R> result of a task
 */
public final class OrderedPipeline<R> implements AutoCloseable {

    private static final int AHEAD = 2;

    /** One step of the work. */
    @FunctionalInterface
    public interface Task<R> {
        R run(long index) throws IOException;
    }

    private final Task<R> task;
    private final long tasks;
    private final int mostAhead;
    private final ExecutorService workers;
    private final List<Thread> started = new ArrayList<>();
    private final Queue<FutureTask<R>> ahead = new ArrayDeque<>();
    private long submitted;

    /**
     * A pipeline that has not started yet.
     *
     * @param name of its threads
     * @param threads that work, the consumer's among them; there is one beside it at the least
     */
    public OrderedPipeline(String name, int threads, long tasks, Task<R> task) {
        this.task = task;
        this.tasks = tasks;
        mostAhead = threads + AHEAD;
        workers = Executors.newFixedThreadPool(Math.max(1, threads - 1), work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            started.add(thread);
            return thread;
        });
    }

    /**
     * The result of the next task, or null after the last one.
     *
     * @throws IOException the failure of that task; unchecked failures reach the caller as they are
     */
    public @Nullable R next() throws IOException {
        while (submitted < tasks && ahead.size() < mostAhead) {
            long index = submitted++;
            FutureTask<R> next = new FutureTask<>(() -> task.run(index));
            ahead.add(next);
            workers.execute(next);
        }
        FutureTask<R> first = ahead.poll();
        if (first == null) {
            return null;
        }
        try {
            help(first);
            return first.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for parallel work");
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    /** Runs what no thread has begun until {@code awaited} is done; running what has begun does nothing. */
    private void help(FutureTask<R> awaited) throws InterruptedException {
        FutureTask<R> next = awaited;
        Iterator<FutureTask<R>> later = ahead.iterator();
        while (!awaited.isDone() && next != null) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            next.run();
            next = later.hasNext() ? later.next() : null;
        }
    }

    private static IOException rethrown(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(failure);
    }

    /** Drops the tasks that have not begun and waits for those that have, so that no thread is left. */
    @Override
    public void close() {
        ahead.forEach(future -> future.cancel(false));
        workers.shutdown();
        boolean interrupted = Thread.interrupted();
        for (Thread thread : started) {
            interrupted |= !joined(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a thread to end, however often this one is interrupted meanwhile; false if it was. */
    private static boolean joined(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return !interrupted;
    }
}
