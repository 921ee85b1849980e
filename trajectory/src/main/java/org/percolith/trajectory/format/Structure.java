package org.percolith.trajectory.format;

import java.io.IOException;
import java.nio.file.Path;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/** Cell and composition of a structure file, for input that carries neither. */
public record Structure(Cell cell, Atoms atoms) {

    /**
     * Reads a structure from a POSCAR, a CONTCAR, or the first frame of any trajectory that states cell and elements.
     *
     * @throws UnsupportedFormatException if the file is none of them
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    public static Structure read(Path file) throws IOException {
        TrajectoryFiles files = new TrajectoryFiles();
        boolean poscar =
                files.recognise(file).filter(XdatcarFormat.class::isInstance).isPresent();
        if (poscar) {
            return readPoscar(file);
        }
        try (TrajectoryReader reader = files.open(file)) {
            Frame frame = new Frame(reader.atoms().size());
            if (!reader.next(frame)) {
                throw new UnsupportedFormatException(file + " holds no complete frame: there is no structure in it");
            }
            return new Structure(frame.cell(), reader.atoms());
        }
    }

    /**
     * Reads the head of a POSCAR or CONTCAR.
     *
     * @throws UnsupportedFormatException if the file ends inside it
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    public static Structure readPoscar(Path file) throws IOException {
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            return new PoscarHead(window, file).read();
        }
    }
}
