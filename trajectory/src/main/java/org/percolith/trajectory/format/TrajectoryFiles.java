package org.percolith.trajectory.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.percolith.trajectory.TrajectoryException;

/** Opens trajectory files: decompresses by magic bytes, recognises the format by content, never by name. */
public final class TrajectoryFiles {

    private static final int HEAD_BYTES = 1 << 13;
    private static final int READ_BUFFER = 1 << 16;

    private final List<TrajectoryFormat> formats = ServiceLoader.load(TrajectoryFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** All formats that can be read. */
    public List<TrajectoryFormat> formats() {
        return formats;
    }

    /** The format of a file, or empty if it is none of {@link #formats()}. */
    public Optional<TrajectoryFormat> recognise(Path file) throws IOException {
        String head = head(file);
        return formats.stream().filter(format -> format.recognises(head)).findFirst();
    }

    /**
     * Opens a file for reading frames.
     *
     * @throws UnsupportedFormatException if the file is empty or no known trajectory
     */
    public TrajectoryReader open(Path file) throws IOException {
        return open(file, StructureHints.none());
    }

    /** Opens a file for reading frames, with what the user says about its elements and cell. */
    public TrajectoryReader open(Path file, StructureHints hints) throws IOException {
        TrajectoryFormat format =
                recognise(file).orElseThrow(() -> new UnsupportedFormatException(notATrajectory(file)));
        InputStream in = streamed(file);
        try {
            return format.open(in, file, hints);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes of a file, inflated if it is compressed (gzip, bzip2, xz, zstd). A missing file is told apart. */
    public static InputStream decompressed(Path file) throws IOException {
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new TrajectoryException("there is no file " + file, e);
        }
        BufferedInputStream raw = new BufferedInputStream(in, READ_BUFFER);
        try {
            raw.mark(Compression.LONGEST_MAGIC);
            byte[] start = raw.readNBytes(Compression.LONGEST_MAGIC);
            raw.reset();
            return Compression.of(start).undo(raw);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** As {@link #decompressed}; what is compressed is inflated on a thread of its own. */
    private static InputStream streamed(Path file) throws IOException {
        InputStream in = decompressed(file);
        return in instanceof BufferedInputStream ? in : new ReadAheadStream(in, String.valueOf(file.getFileName()));
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = decompressed(file)) {
            byte[] head = new byte[HEAD_BYTES];
            int length = 0;
            try {
                int read;
                while (length < HEAD_BYTES && (read = in.read(head, length, HEAD_BYTES - length)) > 0) {
                    length += read;
                }
            } catch (EOFException | ZipException e) {
                return new String(head, 0, length, StandardCharsets.ISO_8859_1);
            }
            return new String(head, 0, length, StandardCharsets.ISO_8859_1);
        } catch (EOFException | ZipException e) {
            return "";
        }
    }

    private String notATrajectory(Path file) {
        boolean empty = file.toFile().length() == 0;
        String known = formats.stream().map(TrajectoryFormat::name).collect(Collectors.joining(", "));
        return empty
                ? file + " is empty: there is no trajectory in it. Was the job killed before its first frame?"
                : file + " is no trajectory that can be read: its content is none of " + known
                        + " (plain or .gz, .bz2, .xz, .zst). Give the file that holds the positions of every step";
    }
}
