package org.percolith.trajectory.format;

import org.percolith.trajectory.TrajectoryException;

/** A file is no trajectory in a format that is read here. */
public class UnsupportedFormatException extends TrajectoryException {

    private static final long serialVersionUID = 1L;

    public UnsupportedFormatException(String message) {
        super(message);
    }

    public UnsupportedFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
