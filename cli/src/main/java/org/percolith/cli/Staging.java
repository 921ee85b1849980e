package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A hidden place beside a target, where a result is made before it is moved there. It is removed if the program ends
 * before, also by a signal that can be caught. What a killed program left is removed by the next one to the same target, if
 * it is certain that nobody writes there any more: see {@link StagingLock}.
 */
final class Staging implements AutoCloseable {

    private static final String REPLACED = ".replaced";
    private static final int REMOVAL_ATTEMPTS = 40;
    private static final long PAUSE_MS = 25;

    private final Path target;
    private final Path place;
    private final StagingLock lock;
    private final Thread removalAtEnd;
    private boolean over;

    private Staging(Path target, StagingLock lock) {
        this.target = target;
        this.lock = lock;
        place = lock.place();
        removalAtEnd = new Thread(this::abandon, "percolith-removal");
        Runtime.getRuntime().addShutdownHook(removalAtEnd);
    }

    /**
     * A place beside {@code target}, which nothing stands at yet; the folder of the target is made.
     *
     * @param notice is told of remains that another program may still be writing
     * @throws UsageException if the target has no name
     */
    static Staging beside(Path target, Consumer<String> notice) {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new UsageException("a result needs a name, got " + target);
        }
        try {
            Files.createDirectories(parent);
            removeStale(absolute, parent, notice);
            return new Staging(absolute, StagingLock.take(absolute));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + parent + ": " + e.getMessage(), e);
        }
    }

    private static void removeStale(Path target, Path parent, Consumer<String> notice) throws IOException {
        for (Path lockFile : StagingLock.filesBeside(target, parent)) {
            StagingLock.Holder holder = StagingLock.holderOf(lockFile);
            if (holder == StagingLock.Holder.GONE) {
                Path place = StagingLock.placeOf(lockFile);
                putBack(place, target);
                deleteTree(place);
                Files.deleteIfExists(lockFile);
            } else if (holder == StagingLock.Holder.ELSEWHERE) {
                notice.accept(
                        StagingLock.placeOf(lockFile) + " is left by a program on another machine, which may still be"
                                + " writing. If it is not, remove it together with " + lockFile.getFileName());
            }
        }
    }

    /**
     * Where to write.
     *
     * @throws UncheckedIOException if the program is ending and the place is being removed
     */
    synchronized Path place() {
        if (over) {
            throw new UncheckedIOException(new IOException("the program is ending: nothing more is written"));
        }
        return place;
    }

    /**
     * Moves what was written to the target.
     *
     * @param replace true to replace what is there
     * @throws FileAlreadyExistsException if something came to be there while this was made, and may not be replaced
     */
    synchronized void publish(boolean replace) throws IOException {
        if (over) {
            throw new IOException("the program is ending: nothing more is written");
        }
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(
                    target.toString(), null, "another program has written it in the meantime");
        }
        if (replace && Files.isDirectory(target)) {
            Files.move(target, replaced(place), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(place, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        over = true;
        deleteTree(replaced(place));
        lock.release();
    }

    /** Removes everything unless it was published. */
    @Override
    public void close() {
        abandon();
        try {
            Runtime.getRuntime().removeShutdownHook(removalAtEnd);
        } catch (IllegalStateException e) {
            return; // the program is ending, and the hook runs
        }
    }

    private synchronized void abandon() {
        if (!over) {
            over = true;
            putBack(place, target);
            deleteTree(place);
            lock.release();
        }
    }

    private static Path replaced(Path place) {
        return place.resolveSibling(place.getFileName() + REPLACED);
    }

    /** Results that were set aside for new ones which did not come: they are back where they were. */
    private static void putBack(Path place, Path target) {
        Path old = replaced(place);
        try {
            if (Files.exists(old) && !Files.exists(target)) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (NoSuchFileException e) {
            return; // another program has just done it
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + old + " back to " + target, e);
        }
        deleteTree(old);
    }

    /** Removes a file or folder. Something may still write into it, or remove it too: then it is tried again. */
    private static void deleteTree(Path root) {
        IOException failure = new IOException("it is being written");
        for (int attempt = 0; attempt < REMOVAL_ATTEMPTS; attempt++) {
            if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try {
                deleteOnce(root);
                return;
            } catch (UncheckedIOException e) {
                failure = Objects.requireNonNullElse(e.getCause(), failure);
            } catch (IOException e) {
                failure = e;
            }
            pause();
        }
        throw new UncheckedIOException("cannot remove " + root, failure);
    }

    private static void deleteOnce(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
