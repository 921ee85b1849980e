package org.percolith.trajectory.quantity;

import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;

/**
 * A quantity that the input states, or fails to state: found with its source, or a problem that says what is missing or
 * contradictory and what to do.
 */
public record Determination<T>(@Nullable Sourced<T> found, String problem) {

    public static <T> Determination<T> of(Sourced<T> found) {
        return new Determination<>(found, "");
    }

    public static <T> Determination<T> unknown(String problem) {
        return new Determination<>(null, problem);
    }

    /**
     * The quantity, where a computation cannot do without it.
     *
     * @throws TrajectoryException with the problem, if it is unknown
     */
    public T require() {
        if (found == null) {
            throw new TrajectoryException(problem);
        }
        return found.value();
    }
}
