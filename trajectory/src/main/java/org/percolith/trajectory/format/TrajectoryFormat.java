package org.percolith.trajectory.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** One trajectory format: how it is called, how it is recognised, how it is read. A service. */
public interface TrajectoryFormat {

    /** Short name, as printed: {@code XDATCAR}. */
    String name();

    /** Where the format is documented. */
    String reference();

    /** True if the (decompressed) start of a file is in this format; {@code head} is text in ISO-8859-1. */
    boolean recognises(String head);

    /**
     * Reads the header and makes a reader.
     *
     * @param in decompressed bytes; closed with the reader
     * @param file for messages, and for companion files beside it
     * @param hints what the user says about the system, for formats that leave out elements or cell
     */
    TrajectoryReader open(InputStream in, Path file, StructureHints hints) throws IOException;

    /**
     * As {@link #open(InputStream, Path, StructureHints)}, for formats whose frames can be parsed on threads of their own.
     *
     * @param threads how many at most; what is read does not depend on it
     */
    default TrajectoryReader open(InputStream in, Path file, StructureHints hints, int threads) throws IOException {
        return open(in, file, hints);
    }
}
