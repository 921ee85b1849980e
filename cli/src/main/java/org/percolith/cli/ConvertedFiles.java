package org.percolith.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The files of a conversion, which appear together at the end: one, or one for each piece of a parted run. */
final class ConvertedFiles implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final Consumer<String> notice;
    private final List<Path> targets = new ArrayList<>();
    private final List<Staging> places = new ArrayList<>();

    /**
     * Files at a target.
     *
     * @param notice is told of what an earlier program left beside it
     * @throws UsageException if it exists and may not be replaced
     */
    ConvertedFiles(Path target, boolean force, Consumer<String> notice) {
        this.target = target;
        this.force = force;
        this.notice = notice;
        refuseIfTaken(target);
    }

    private void refuseIfTaken(Path file) {
        if (Files.isDirectory(file)) {
            throw new UsageException(file + " is a folder. Name a file in it");
        }
        if (Files.exists(file) && !force) {
            throw new UsageException(file + " exists. Name another file, or replace it with --force");
        }
    }

    /** Where piece {@code number} is to be written, from 1; 0 for a run in one piece. */
    Path place(int number) {
        Path file = number == 0
                ? target
                : target.resolveSibling(ofPiece(target.getFileName().toString(), number));
        refuseIfTaken(file);
        Staging place = Staging.beside(file, notice);
        places.add(place);
        targets.add(file);
        return place.place();
    }

    /** {@code run-2.extxyz, XDATCAR-2}. */
    private static String ofPiece(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) + "-" + number + name.substring(dot) : name + "-" + number;
    }

    /** Moves all files into place. */
    void publish() throws IOException {
        for (Staging place : places) {
            place.publish(force);
        }
    }

    /** The files, in the order of the pieces. */
    List<Path> targets() {
        return List.copyOf(targets);
    }

    @Override
    public void close() {
        places.forEach(Staging::close);
    }
}
