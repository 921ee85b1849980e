package org.percolith.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether the program that makes a result at a hidden place is still there. Beside the place lies a file that the
 * program holds locked, and that names the machine since its last start and the process. The system drops the lock with the
 * process, however that ends.
 *
 * <p>Locks are seen by every process of one machine; on shared file systems not always by those of others. So a holder is
 * taken for gone only if it ran on this machine since its last start, and its lock is free.
 */
final class StagingLock {

    /** What can be known of the program behind a lock. */
    enum Holder {
        HERE,
        ELSEWHERE,
        GONE
    }

    private static final String MARK = ".partial-";
    private static final String ENDING = ".lock";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path file;
    private final FileChannel channel;

    private StagingLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes a new place beside a target. The holder is written once the lock is held: a file without it proves nothing. */
    static StagingLock take(Path target) throws IOException {
        String unique = Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(System.nanoTime());
        Path file = target.resolveSibling("." + target.getFileName() + MARK + unique + ENDING);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.write(ByteBuffer.wrap(thisProcess().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // a file system without locks: nobody will take the place for abandoned
            Files.writeString(file, "");
        }
        return new StagingLock(file, channel);
    }

    /** The files of all places beside a target. */
    static List<Path> filesBeside(Path target, Path parent) throws IOException {
        String start = "." + target.getFileName() + MARK;
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, entry -> {
            String name = entry.getFileName().toString();
            return name.startsWith(start) && name.endsWith(ENDING);
        })) {
            entries.forEach(found::add);
        }
        return found;
    }

    /** Whether the program behind a lock file is still there. */
    static Holder holderOf(Path lockFile) throws IOException {
        try {
            String[] holder = Files.readString(lockFile).split("\n", -1);
            if (holder.length < 2 || holder[1].equals(pid())) {
                return Holder.HERE;
            }
            if (!holder[0].equals(machine())) {
                return Holder.ELSEWHERE;
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                return lock == null ? Holder.HERE : Holder.GONE;
            }
        } catch (NoSuchFileException e) {
            return Holder.HERE; // released in this moment, and removed by its holder
        }
    }

    /** The place that a lock file stands for. */
    static Path placeOf(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }

    Path place() {
        return placeOf(file);
    }

    /** Gives the place up; what is there must have been moved or removed before. */
    void release() {
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private static String thisProcess() throws IOException {
        return machine() + "\n" + pid() + "\n";
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    /** The machine since its last start, where the system tells; else its name, which may be shared. */
    private static String machine() throws IOException {
        return Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : hostName();
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
