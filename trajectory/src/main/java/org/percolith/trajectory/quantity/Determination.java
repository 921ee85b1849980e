package org.percolith.trajectory.quantity;

import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;

/**
 * A quantity that the input states, or fails to state: found with its source, or a problem that says what is missing or
 * contradictory and what to do.
 *
 * @param subject how a sentence on the problem begins: {@code the temperature of run1 is}; may be empty
 * @param reason how it goes on: {@code unknown: no file states it. Give --temperature}
 */
public record Determination<T>(@Nullable Sourced<T> found, String subject, String reason) {

    public static <T> Determination<T> of(Sourced<T> found) {
        return new Determination<>(found, "", "");
    }

    public static <T> Determination<T> unknown(String subject, String reason) {
        return new Determination<>(null, subject, reason);
    }

    /** The problem as a sentence of its own; empty if there is none. */
    public String problem() {
        return subject.isEmpty() ? reason : subject + " " + reason;
    }

    /**
     * The quantity, where a computation cannot do without it.
     *
     * @throws TrajectoryException with the problem, if it is unknown
     */
    public T require() {
        if (found == null) {
            throw new TrajectoryException(problem());
        }
        return found.value();
    }
}
