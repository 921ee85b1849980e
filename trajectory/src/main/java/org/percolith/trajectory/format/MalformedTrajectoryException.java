package org.percolith.trajectory.format;

import java.nio.file.Path;
import org.percolith.trajectory.TrajectoryException;

/** A file departs from the grammar of its format at a known place. */
public final class MalformedTrajectoryException extends TrajectoryException {

    private static final long serialVersionUID = 1L;

    public MalformedTrajectoryException(Path file, long line, String found, String expected) {
        super(file + ", line " + line + ": expected " + expected + ", found " + found);
    }

    /** As {@code what} says, at a line. */
    public MalformedTrajectoryException(Path file, long line, String what) {
        super(file + ", line " + line + ": " + what);
    }
}
