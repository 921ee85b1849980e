package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** A file that states cell and elements. */
public final class StructureFile {

    private StructureFile() {}

    /**
     * Reads a structure from a POSCAR, a CONTCAR, a .gro or .pdb, a SIESTA .XV, or the first frame of any trajectory that
     * states cell and elements.
     *
     * @throws UnsupportedFormatException if the file is none of them
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    public static Structure read(Path file) throws IOException {
        TrajectoryFiles files = new TrajectoryFiles();
        String head = files.head(file);
        if (PoscarHead.startsIn(head)) {
            return PoscarHead.read(file);
        }
        if (GroStructure.startsIn(head)) {
            return GroStructure.read(file);
        }
        if (PdbStructure.startsIn(head)) {
            return PdbStructure.read(file);
        }
        if (SiestaXv.startsIn(head)) {
            return SiestaXv.read(file).structure();
        }
        try (TrajectoryReader reader = files.open(file)) {
            Frame frame = new Frame(reader.atoms().size());
            if (!reader.next(frame)) {
                throw new UnsupportedFormatException(file + " holds no complete frame: there is no structure in it");
            }
            return new Structure(frame.cell(), reader.atoms());
        }
    }
}
