package org.percolith.trajectory.format.bytes;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a trajectory, whose first ones can be looked at before they are read. */
public abstract sealed class HeadedStream extends InputStream permits PlainFile, ReadAheadStream {

    /** The first bytes, at most {@code bytes}, which stay to be read; fewer if the stream ends or breaks off before. */
    public abstract byte[] head(int bytes) throws IOException;

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] target, int offset, int length) throws IOException;
}
