package org.percolith.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/** Names, sizes and times of a run's files: what differs when a run has grown, was rotated or began again. */
public record FilesSeen(List<Entry> entries) {

    /** One file; of size -1 where it went away between two looks. */
    public record Entry(Path path, long bytes, FileTime changed) {}

    public FilesSeen {
        entries = List.copyOf(entries);
    }

    /** No file at all. */
    public static FilesSeen none() {
        return new FilesSeen(List.of());
    }

    /** These files as they are now. */
    public static FilesSeen of(List<Path> files) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(entry(file));
        }
        return new FilesSeen(entries);
    }

    private static Entry entry(Path file) {
        try {
            return new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            return new Entry(file, -1, FileTime.fromMillis(0));
        }
    }
}
