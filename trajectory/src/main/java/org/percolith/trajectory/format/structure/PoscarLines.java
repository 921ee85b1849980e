package org.percolith.trajectory.format.structure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * The lines that state cell and atoms in POSCAR and XDATCAR.
 *
 * <p>A negative scale is the cell volume in Å³. A species name is cut at {@code /} (hash of VASP 6.4.2) and at
 * {@code _} (pseudopotential flavour). Equal names in two groups are one element.
 */
public final class PoscarLines {

    private PoscarLines() {}

    /** The cell of a scale and three lattice rows, of which the first stands on {@code line}. */
    public static Cell cell(Path file, long line, List<String> lines) {
        double scale = numbers(file, line, lines.get(0), 1, "the scale, one number")[0];
        double[] rows = new double[9];
        for (int k = 0; k < 3; k++) {
            double[] row = numbers(file, line + 1 + k, lines.get(1 + k), 3, "a lattice vector, three numbers");
            System.arraycopy(row, 0, rows, 3 * k, 3);
        }
        return scaled(file, line + 1, rows, scale);
    }

    /** The atoms of a line of names, at {@code line}, and one of counts. */
    public static Atoms atoms(Path file, long line, String speciesLine, String countsLine) {
        List<String> symbols = new ArrayList<>();
        for (String name : speciesLine.split("\\s+")) {
            symbols.add(ElementSymbols.ofPotential(name));
        }
        List<Integer> counts = new ArrayList<>();
        long total = 0;
        for (String token : countsLine.split("\\s+")) {
            if (!token.matches("\\d{1,9}") || Integer.parseInt(token) == 0) {
                throw new MalformedTrajectoryException(file, line + 1, "'" + countsLine + "'", "atom counts");
            }
            counts.add(Integer.parseInt(token));
            total += Integer.parseInt(token);
        }
        if (total > Atoms.MOST) {
            throw new MalformedTrajectoryException(
                    file, line + 1, total + " atoms", "at most " + Atoms.MOST + " atoms");
        }
        if (symbols.size() != counts.size()) {
            throw new MalformedTrajectoryException(
                    file,
                    line + 1,
                    counts.size() + " counts for " + symbols.size() + " elements",
                    "one count for each of '" + speciesLine + "'");
        }
        return Atoms.ofGroups(symbols, counts);
    }

    private static Cell scaled(Path file, long line, double[] rows, double scale) {
        try {
            double factor =
                    scale > 0 ? scale : Math.cbrt(-scale / Cell.ofRows(rows).volumeA3());
            double[] scaled = new double[9];
            for (int k = 0; k < 9; k++) {
                scaled[k] = factor * rows[k];
            }
            return Cell.ofRows(scaled);
        } catch (IllegalArgumentException e) {
            throw new MalformedTrajectoryException(
                    file, line, String.valueOf(e.getMessage()), "three lattice vectors that span a cell");
        }
    }

    private static double[] numbers(Path file, long line, String text, int count, String expected) {
        if (NumberTokens.leading(text) < count) {
            throw new MalformedTrajectoryException(file, line, "'" + text + "'", expected);
        }
        return NumberTokens.parse(text, count);
    }
}
