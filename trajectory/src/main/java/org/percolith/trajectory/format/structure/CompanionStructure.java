package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.MissingStructureException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.ReadingLog;

/**
 * The structure of a system whose trajectory file names no elements: the user's, else that of a POSCAR, .gro or .pdb beside
 * it with as many atoms.
 */
public final class CompanionStructure {

    private CompanionStructure() {}

    /**
     * The structure with this many atoms.
     *
     * @throws UnsupportedFormatException if there is none
     */
    public static Structure of(Path file, int atoms, StructureHints hints, ReadingLog log) throws IOException {
        Structure given = hints.structure();
        if (given != null) {
            if (given.atoms().size() != atoms) {
                throw new UnsupportedFormatException(file + " holds " + atoms + " atoms, the structure given with"
                        + " --lattice " + given.atoms().size() + ": they are not of one system");
            }
            return given;
        }
        for (Path candidate : candidates(file)) {
            Structure structure = readable(candidate);
            if (structure != null && structure.atoms().size() == atoms) {
                log.note("elements, and the cell where the file states none, are those of " + candidate.getFileName()
                        + ": " + structure.atoms().formula());
                return structure;
            }
        }
        throw MissingStructureException.ofUnnamed(
                file + " names no elements, and no POSCAR with " + atoms
                        + " atoms, nor such a .gro or .pdb, lies beside it. Give a structure file with --lattice",
                atoms);
    }

    private static List<Path> candidates(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            return siblings.filter(Files::isRegularFile)
                    .filter(path ->
                            path.getFileName().toString().matches("(?i).*((POSCAR|CONTCAR).*|\\.(gro|pdb)(\\.gz)?)"))
                    .sorted()
                    .toList();
        }
    }

    private static @Nullable Structure readable(Path candidate) throws IOException {
        try {
            return StructureFile.read(candidate);
        } catch (TrajectoryException e) {
            return null;
        }
    }
}
