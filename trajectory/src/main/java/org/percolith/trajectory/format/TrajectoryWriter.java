package org.percolith.trajectory.format;

import java.io.IOException;
import org.percolith.trajectory.Frame;

/** Writes frames one after another; the same frames give the same bytes. */
public interface TrajectoryWriter extends AutoCloseable {

    /** Appends a frame of the atoms that the writer was made for. */
    void write(Frame frame) throws IOException;

    @Override
    void close() throws IOException;
}
