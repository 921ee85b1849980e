package org.percolith.trajectory.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipException;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.bytes.Compression;
import org.percolith.trajectory.format.bytes.HeadedStream;
import org.percolith.trajectory.format.bytes.PlainFile;
import org.percolith.trajectory.format.bytes.ReadAheadStream;

/** Opens trajectory files: decompresses by magic bytes, recognises the format by content, never by name. */
public final class TrajectoryFiles {

    private static final int HEAD_BYTES = 1 << 13;

    private final int threads;
    private final List<TrajectoryFormat> formats = ServiceLoader.load(TrajectoryFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** Parses every file on the thread that reads its frames. */
    public TrajectoryFiles() {
        this(1);
    }

    /** Parses large plain files on up to {@code threads} threads; what is read does not depend on their number. */
    public TrajectoryFiles(int threads) {
        this.threads = threads;
    }

    /** All formats that can be read. */
    public List<TrajectoryFormat> formats() {
        return formats;
    }

    /** The format of a file, or empty if it is none of {@link #formats()}. */
    public Optional<TrajectoryFormat> recognise(Path file) throws IOException {
        try (HeadedStream in = bytes(file)) {
            return recognise(in);
        }
    }

    private Optional<TrajectoryFormat> recognise(HeadedStream in) throws IOException {
        String head = head(in);
        return formats.stream().filter(format -> format.recognises(head)).findFirst();
    }

    /** The start of a file, decompressed, that formats are recognised by: text in ISO-8859-1. */
    public String head(Path file) throws IOException {
        try (HeadedStream in = bytes(file)) {
            return head(in);
        }
    }

    private static String head(HeadedStream in) throws IOException {
        return new String(in.head(HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }

    /**
     * Opens a file for reading frames.
     *
     * @throws UnsupportedFormatException if the file is empty or no known trajectory
     */
    public TrajectoryReader open(Path file) throws IOException {
        return open(file, StructureHints.none());
    }

    /** As {@link #open(Path)}, with what the user says about its elements and cell. */
    public TrajectoryReader open(Path file, StructureHints hints) throws IOException {
        return openRecognised(file, hints).reader();
    }

    /**
     * A file open for reading.
     *
     * @param format what it was recognised as
     * @param reader its frames, to be closed by the caller
     */
    public record Opened(TrajectoryFormat format, TrajectoryReader reader) {}

    /** As {@link #open(Path, StructureHints)}, and tells the format. */
    public Opened openRecognised(Path file, StructureHints hints) throws IOException {
        HeadedStream in = bytes(file);
        try {
            TrajectoryFormat format = recognise(in).orElse(null);
            if (format == null) {
                throw new UnsupportedFormatException(notATrajectory(file, in));
            }
            return new Opened(format, format.open(in, file, hints, threads));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The bytes of a file, inflated if it is compressed (gzip, bzip2, xz, zstd). A missing file is told apart. */
    public static InputStream decompressed(Path file) throws IOException {
        PlainFile plain = plain(file);
        try {
            return inflating(plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** As {@link #decompressed}; what is compressed is inflated on a thread of its own. */
    private static HeadedStream bytes(Path file) throws IOException {
        PlainFile plain = plain(file);
        try {
            InputStream in = inflating(plain);
            return in == plain ? plain : new ReadAheadStream(in, String.valueOf(file.getFileName()));
        } catch (EOFException | ZipException e) {
            return plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static PlainFile plain(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new TrajectoryException(file + " is a folder. Name the trajectory file in it");
        }
        try {
            return PlainFile.open(file);
        } catch (NoSuchFileException e) {
            throw new TrajectoryException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new TrajectoryException(file + " may not be read by you: its permissions forbid it", e);
        }
    }

    private static InputStream inflating(PlainFile plain) throws IOException {
        return Compression.of(plain.head(Compression.LONGEST_MAGIC)).undo(plain);
    }

    private String notATrajectory(Path file, HeadedStream in) throws IOException {
        if (Files.size(file) == 0) {
            return file + " is empty: there is no trajectory in it. Was the job killed before its first frame?";
        }
        boolean compressed = Compression.of(in.head(Compression.LONGEST_MAGIC)) != Compression.NONE;
        if (compressed || in.head(1).length == 0) {
            return file + " is cut or damaged inside its first compressed block: nothing can be decompressed. Copy or"
                    + " compress it anew";
        }
        return file + " is no trajectory that can be read; it begins with " + beginning(head(in))
                + ". Give the file that holds the positions of every step; percolith formats lists what can be read";
    }

    /** The first line that says anything, cut short; or that there is none to read. */
    private static String beginning(String head) {
        String line = head.lines().filter(text -> !text.isBlank()).findFirst().orElse("");
        boolean text = !line.isEmpty() && line.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f));
        return text ? "'" + line.strip().substring(0, Math.min(60, line.strip().length())) + "'" : "binary data";
    }
}
