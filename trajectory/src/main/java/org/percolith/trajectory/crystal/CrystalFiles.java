package org.percolith.trajectory.crystal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.structure.Poscar;

/** Reads crystal structures, told apart by content: CIF, otherwise POSCAR. */
public final class CrystalFiles {

    private static final int LONGEST = 1_000_000;

    private CrystalFiles() {}

    /**
     * Reads a structure.
     *
     * @throws TrajectoryException if the file is neither a CIF nor a POSCAR, or damaged
     */
    public static CrystalStructure read(Path file) throws IOException {
        List<String> lines = lines(file);
        boolean cif = lines.stream().anyMatch(line -> line.strip().startsWith("_cell_length_a"));
        return cif ? CifReader.read(file, lines) : of(Poscar.read(file));
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(TrajectoryFiles.decompressed(file), StandardCharsets.ISO_8859_1))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (lines.size() > LONGEST) {
                    throw new TrajectoryException(
                            file + " has more than " + LONGEST + " lines: give the CIF or POSCAR of one structure");
                }
            }
        }
        return lines;
    }

    private static CrystalStructure of(Poscar poscar) {
        Atoms atoms = poscar.atoms();
        List<CrystalSite> sites = new ArrayList<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            String element = atoms.symbols().get(atom);
            double[] s = poscar.fractional();
            sites.add(new CrystalSite(element + (atom + 1), element, 0, 0, 0, 1)
                    .at(s[3 * atom], s[3 * atom + 1], s[3 * atom + 2]));
        }
        return new CrystalStructure(poscar.cell(), sites);
    }
}
