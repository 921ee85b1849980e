package org.percolith.trajectory.format.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that is not compressed: a stream of its bytes, and further streams that start anywhere in it and may be read on
 * other threads. It is read, not mapped: a file that another program cuts short meanwhile only ends early.
 */
public final class PlainFile extends HeadedStream {

    private final FileChannel channel;
    private final InputStream whole;

    private PlainFile(FileChannel channel) {
        this.channel = channel;
        whole = new Stretch(channel, 0);
    }

    /** Opens a file at its start. */
    public static PlainFile open(Path file) throws IOException {
        return new PlainFile(FileChannel.open(file));
    }

    /** Bytes in the file now; it may grow. */
    public long size() throws IOException {
        return channel.size();
    }

    /** The bytes from {@code offset} to the end. Closing the stream leaves the file open. */
    public InputStream from(long offset) {
        return new Stretch(channel, offset);
    }

    /** {@code count} bytes from {@code offset} on, or as many as there are. */
    byte[] bytes(long offset, int count) throws IOException {
        return from(offset).readNBytes(count);
    }

    @Override
    public byte[] head(int bytes) throws IOException {
        return bytes(0, bytes);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return whole.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
        return whole.available();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reads at positions of its own, so that any number of stretches share the channel. */
    private static final class Stretch extends InputStream {
        private final FileChannel channel;
        private long position;

        Stretch(FileChannel channel, long position) {
            this.channel = channel;
            this.position = position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = channel.read(ByteBuffer.wrap(target, offset, length), position);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(0, channel.size() - position));
        }
    }
}
