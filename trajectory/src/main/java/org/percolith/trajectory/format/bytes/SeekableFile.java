package org.percolith.trajectory.format.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file that is read at any offset, for formats with tables of offsets. A compressed one is inflated to a temporary file
 * first, which is deleted on closing; if it is cut, the content ends where the inflating did.
 */
public final class SeekableFile implements AutoCloseable {

    private final FileChannel channel;
    private final Path path;
    private final boolean temporary;
    private final @Nullable String broken;

    private SeekableFile(Path path, boolean temporary, @Nullable String broken) throws IOException {
        this.path = path;
        this.temporary = temporary;
        this.broken = broken;
        channel = FileChannel.open(path);
    }

    /** The file behind a stream, which is closed. Of a compressed one that is cut, what was inflated before. */
    public static SeekableFile of(InputStream in, Path file) throws IOException {
        try (in) {
            if (!(in instanceof ReadAheadStream)) {
                return new SeekableFile(file, false, null);
            }
            Path inflated = Files.createTempFile("percolith-inflated-", ".bin");
            inflated.toFile().deleteOnExit();
            try {
                return new SeekableFile(inflated, true, inflate(in, inflated));
            } catch (IOException e) {
                Files.deleteIfExists(inflated);
                throw e;
            }
        }
    }

    /** Inflates into a file; why the stream broke off, or null if it did not. */
    private static @Nullable String inflate(InputStream in, Path inflated) throws IOException {
        try (OutputStream out = Files.newOutputStream(inflated)) {
            in.transferTo(out);
            return null;
        } catch (EOFException | ZipException e) {
            return "the compressed stream breaks off (" + e.getMessage() + "); what was inflated before is read";
        }
    }

    /** What is wrong with the compressed stream that the content came from, or null. */
    public @Nullable String brokenStream() {
        return broken;
    }

    /** The file that is read: the one given, or a temporary one. */
    public Path path() {
        return path;
    }

    /** Bytes of the (inflated) file. */
    public long size() throws IOException {
        return channel.size();
    }

    /** Little-endian bytes at an offset; null if the file does not hold them. */
    public @Nullable ByteBuffer read(long offset, long count) throws IOException {
        if (offset < 0 || count < 0 || count > Integer.MAX_VALUE || offset > size() - count) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                return null;
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (temporary) {
            Files.deleteIfExists(path);
        }
    }
}
