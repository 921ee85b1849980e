package org.percolith.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder of results that appears whole or not at all: files are written to a hidden folder beside it, which is moved
 * into place by {@link #publish()}.
 */
final class ResultFolder implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final Staging staging;

    /** Writes one file. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes one text file. */
    interface Text {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * Prepares a folder.
     *
     * @param notice is told of what an earlier program left beside it
     * @throws UsageException if it exists and may not be replaced
     */
    ResultFolder(Path target, boolean force, Consumer<String> notice) {
        this.target = target.toAbsolutePath().normalize();
        this.force = force;
        staging = Staging.beside(target, notice);
        try {
            refuseIfTaken(target);
            Files.createDirectory(staging.place());
        } catch (IOException e) {
            staging.close();
            throw new UncheckedIOException("cannot write beside " + target + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            staging.close();
            throw e;
        }
    }

    private void refuseIfTaken(Path named) {
        if (Files.exists(target) && !force) {
            throw new UsageException(
                    "the result folder " + named + " exists. Name another with --out, or replace it with --force");
        }
        if (Files.exists(target) && !isReplaceable(target)) {
            throw new UsageException(
                    named + " is not empty and holds no summary.json: --force replaces result folders only");
        }
    }

    private static boolean isReplaceable(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return Files.exists(folder.resolve("summary.json"))
                    || entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Writes a file; {@code name} may hold sub-folders. */
    void write(String name, Content content) {
        Path file = staging.place().resolve(name);
        try {
            Files.createDirectories(file.getParent() == null ? file : file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                content.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    void writeText(String name, String text) {
        writeText(name, (Appendable out) -> out.append(text));
    }

    /** Writes a text file, in UTF-8, as it is made. */
    void writeText(String name, Text text) {
        write(name, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            text.writeTo(writer);
            writer.flush();
        });
    }

    /** The bytes of a file that was written, or empty if there is none of this name. */
    Optional<byte[]> read(String name) {
        Path file = staging.place().resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** Moves the finished folder into place. */
    void publish() {
        try {
            staging.publish(force);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move the results to " + target + ": " + e.getMessage(), e);
        }
    }

    /** Removes everything if the folder was not published. An interrupted program does the same as it ends. */
    @Override
    public void close() {
        staging.close();
    }
}
