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
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results that appears whole or not at all: files are written to a hidden folder beside it, which is moved
 * into place by {@link #publish()}.
 */
final class ResultFolder implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final Path staging;
    private final Thread removalOnInterrupt;
    private boolean published;

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
     * @throws UsageException if it exists and may not be replaced
     */
    ResultFolder(Path target, boolean force) {
        this.target = target.toAbsolutePath().normalize();
        this.force = force;
        if (Files.exists(this.target) && !force) {
            throw new UsageException(
                    "the result folder " + target + " exists. Name another with --out, or replace it with --force");
        }
        if (force && Files.exists(this.target) && !isReplaceable(this.target)) {
            throw new UsageException(
                    target + " is not empty and holds no summary.json: --force replaces result folders only");
        }
        staging = createStaging(this.target);
        removalOnInterrupt = new Thread(() -> deleteTree(staging), "percolith-removal");
        Runtime.getRuntime().addShutdownHook(removalOnInterrupt);
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

    private static Path createStaging(Path target) {
        Path parent = target.getParent();
        try {
            if (parent == null) {
                throw new UsageException("a result folder needs a name, got " + target);
            }
            Files.createDirectories(parent);
            String unique = Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(System.nanoTime());
            return Files.createDirectory(parent.resolve("." + target.getFileName() + ".partial-" + unique));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + parent + ": " + e.getMessage(), e);
        }
    }

    /** Writes a file; {@code name} may hold sub-folders. */
    void write(String name, Content content) {
        Path file = staging.resolve(name);
        try {
            Files.createDirectories(file.getParent() == null ? staging : file.getParent());
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
        Path file = staging.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** Moves the finished folder into place. */
    void publish() {
        try {
            Path old = setAside();
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
            published = true;
            if (old != null) {
                deleteTree(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move the results to " + target + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Path setAside() throws IOException {
        if (!force || !Files.exists(target)) {
            return null;
        }
        Path old = target.resolveSibling(staging.getFileName() + ".replaced");
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        return old;
    }

    /** Removes everything if the folder was not published. An interrupted program does the same as it ends. */
    @Override
    public void close() {
        if (!published) {
            deleteTree(staging);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(removalOnInterrupt);
        } catch (IllegalStateException e) {
            return; // the program is ending, and the hook runs
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
