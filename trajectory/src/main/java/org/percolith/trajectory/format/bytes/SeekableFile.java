package org.percolith.trajectory.format.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;

/**
 * A file that is read at any offset, for formats with tables of offsets. A compressed one is inflated to a temporary file
 * first, which is deleted on closing.
 */
public final class SeekableFile implements AutoCloseable {

    private final FileChannel channel;
    private final Path path;
    private final boolean temporary;

    private SeekableFile(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        channel = FileChannel.open(path);
    }

    /** The file behind a stream, which is closed. */
    public static SeekableFile of(InputStream in, Path file) throws IOException {
        try (in) {
            if (!(in instanceof ReadAheadStream)) {
                return new SeekableFile(file, false);
            }
            Path inflated = Files.createTempFile("percolith-inflated-", ".bin");
            inflated.toFile().deleteOnExit();
            try {
                Files.copy(in, inflated, StandardCopyOption.REPLACE_EXISTING);
                return new SeekableFile(inflated, true);
            } catch (IOException e) {
                Files.deleteIfExists(inflated);
                if (e instanceof EOFException || e instanceof ZipException) {
                    throw new TrajectoryException(
                            file + " is compressed and cut: its table of frames is lost. Export it anew");
                }
                throw e;
            }
        }
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
