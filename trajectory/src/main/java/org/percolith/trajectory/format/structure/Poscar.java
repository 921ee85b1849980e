package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.format.text.RowParser;

/**
 * A POSCAR or CONTCAR with its positions.
 *
 * @param fractional fractional coordinates {@code [3 * atom + axis]}, as in the file
 * @see <a href="https://www.vasp.at/wiki/POSCAR">VASP wiki, POSCAR</a>
 */
public record Poscar(Cell cell, Atoms atoms, double[] fractional) {

    /**
     * Reads a POSCAR; velocities and what else follows the positions are left alone. Cartesian positions are scaled as
     * the lattice is.
     *
     * @throws UnsupportedFormatException if the file ends inside its head
     * @throws MalformedTrajectoryException if a line of it is not as it should be
     */
    public static Poscar read(Path file) throws IOException {
        Structure structure = PoscarHead.read(file);
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            window.skipLine();
            window.skipLine();
            double[] unscaled = NumberTokens.parse(window.readLine(), 3);
            window.skipLine();
            window.skipLine();
            while (!PoscarHead.WHOLE_NUMBERS.matcher(window.readLine().strip()).matches()) {
                if (window.atEnd()) {
                    throw new UnsupportedFormatException(file + " is no POSCAR: it states no counts");
                }
            }
            boolean cartesian = isCartesian(window);
            int atoms = structure.atoms().size();
            double[] positions = new double[3 * atoms];
            int rows = new RowParser(window).readRows(positions, atoms);
            if (rows < atoms) {
                throw new MalformedTrajectoryException(
                        file, window.line(), rows + " positions", "positions of " + atoms + " atoms");
            }
            if (cartesian) {
                scale(positions, structure.cell().lengthA(0) / length(unscaled));
                structure.cell().toFractional(positions);
            }
            return new Poscar(structure.cell(), structure.atoms(), positions);
        }
    }

    /** Past {@code Selective dynamics} to the line that tells {@code Direct} from {@code Cartesian}. */
    private static boolean isCartesian(ByteWindow window) throws IOException {
        String mode = window.readLine().strip().toLowerCase(Locale.ROOT);
        if (mode.startsWith("s")) {
            mode = window.readLine().strip().toLowerCase(Locale.ROOT);
        }
        return mode.startsWith("c") || mode.startsWith("k");
    }

    private static double length(double[] vector) {
        return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }

    private static void scale(double[] positions, double factor) {
        for (int k = 0; k < positions.length; k++) {
            positions[k] *= factor;
        }
    }
}
