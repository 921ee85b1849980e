package org.percolith.trajectory.format;

import java.io.IOException;
import java.nio.file.Path;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;

/** Cell and composition of a structure file, for input that carries neither. */
public record Structure(Cell cell, Atoms atoms) {

    /**
     * Reads the head of a POSCAR or CONTCAR.
     *
     * @throws UnsupportedFormatException if the file ends inside it
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    public static Structure readPoscar(Path file) throws IOException {
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            String title = window.atEnd() ? "" : window.readLine();
            XdatcarHeader header = XdatcarHeader.readAfterTitle(window, file, title);
            if (header == null) {
                throw new UnsupportedFormatException(
                        file + " is no POSCAR: it ends before cell, elements and counts are complete");
            }
            return new Structure(header.cell(), header.atoms());
        }
    }
}
