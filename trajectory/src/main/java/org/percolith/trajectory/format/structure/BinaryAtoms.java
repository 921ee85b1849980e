package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;

/** The structure of a system whose trajectory file names no elements: the user's, else a POSCAR beside it. */
public final class BinaryAtoms {

    private BinaryAtoms() {}

    /**
     * The structure with this many atoms.
     *
     * @throws UnsupportedFormatException if there is none
     */
    public static Structure structure(Path file, int atoms, StructureHints hints, ReadingLog log) throws IOException {
        Structure given = hints.structure();
        if (given != null) {
            if (given.atoms().size() != atoms) {
                throw new UnsupportedFormatException(file + " holds " + atoms + " atoms, the structure given with"
                        + " --lattice " + given.atoms().size() + ": they are not of one system");
            }
            return given;
        }
        for (Path candidate : poscars(file)) {
            Structure structure = readable(candidate);
            if (structure != null && structure.atoms().size() == atoms) {
                log.note("elements, and the cell where the file states none, are those of " + candidate.getFileName());
                return structure;
            }
        }
        throw new UnsupportedFormatException(file + " names no elements, and no POSCAR with " + atoms
                + " atoms lies beside it. Give a structure file with --lattice");
    }

    private static List<Path> poscars(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            return siblings.filter(Files::isRegularFile)
                    .filter(path -> path.getFileName().toString().matches("(?i).*(POSCAR|CONTCAR).*"))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Structure readable(Path candidate) throws IOException {
        try {
            return PoscarHead.read(candidate);
        } catch (TrajectoryException e) {
            return null;
        }
    }
}
