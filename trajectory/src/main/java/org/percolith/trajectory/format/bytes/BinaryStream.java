package org.percolith.trajectory.format.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A binary stream read forward in pieces; a compressed stream that breaks off ends it. */
public final class BinaryStream implements AutoCloseable {

    private static final int LARGEST_STEP = 1 << 20;

    private final InputStream in;
    private ByteOrder order;
    private byte[] buffer = new byte[4096];
    private long offset;
    private @Nullable String broken;

    /** Reads from the start of a stream, numbers in this byte order. */
    public BinaryStream(InputStream in, ByteOrder order) {
        this.in = in;
        this.order = order;
    }

    /** Numbers from here on are in another byte order. */
    public void setOrder(ByteOrder newOrder) {
        order = newOrder;
    }

    /** Bytes read so far. */
    public long offset() {
        return offset;
    }

    /** How the stream ended, for messages. */
    public String ending() {
        return broken == null ? "the file ends" : broken;
    }

    /** True if a compressed stream broke off. */
    public boolean isBroken() {
        return broken != null;
    }

    /**
     * The next bytes, valid until the next call; null if the stream ends before. Memory grows with the bytes that are
     * there, not with the count that a damaged file may ask for.
     */
    public @Nullable ByteBuffer read(int count) throws IOException {
        int got = 0;
        while (got < count) {
            if (got == buffer.length || buffer.length < Math.min(count, LARGEST_STEP)) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(count, Math.max(LARGEST_STEP, 2L * buffer.length)));
            }
            int more = readSome(got, Math.min(count, buffer.length) - got);
            if (more < 0) {
                return null;
            }
            got += more;
            offset += more;
        }
        return ByteBuffer.wrap(buffer, 0, count).order(order);
    }

    /** Passes over bytes; false if the stream ends before. */
    public boolean skip(long count) throws IOException {
        long left = count;
        while (left > 0) {
            int more = readSome(0, (int) Math.min(left, buffer.length));
            if (more < 0) {
                return false;
            }
            left -= more;
            offset += more;
        }
        return true;
    }

    private int readSome(int at, int count) throws IOException {
        try {
            return in.read(buffer, at, count);
        } catch (EOFException | ZipException e) {
            broken = "the compressed stream breaks off (" + e.getMessage() + ")";
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
