package org.percolith.trajectory;

/**
 * The input cannot be used. The message says which file and line, what was found, what was expected and what to do.
 */
public class TrajectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrajectoryException(String message) {
        super(message);
    }

    public TrajectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
