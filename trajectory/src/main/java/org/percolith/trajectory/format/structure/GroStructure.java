package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * Cell and elements of a GROMACS .gro: title, atom count, rows of fixed columns (residue number and name, atom name and
 * number, x y z in nm), and the box as three or nine numbers, v1x v2y v3z v1y v1z v2x v2z v3x v3y.
 *
 * @see <a href="https://manual.gromacs.org/current/reference-manual/file-formats.html#gro">GROMACS manual, gro</a>
 */
final class GroStructure {

    private static final Pattern ROW = Pattern.compile("[ \\d]{4}\\d.{10}[ \\d*]{4}[\\d*](\\s*-?\\d+\\.\\d+){3}.*");
    private static final double NM_A = 10;

    private GroStructure() {}

    /** True if line 2 of a text is a count and line 3 a row. */
    static boolean startsIn(String text) {
        List<String> lines = text.lines().limit(3).toList();
        return lines.size() == 3
                && lines.get(1).strip().matches("\\d{1,9}")
                && ROW.matcher(lines.get(2)).matches();
    }

    /**
     * Reads the first frame.
     *
     * @throws UnsupportedFormatException if it is cut or has no box
     */
    static Structure read(Path file) throws IOException {
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            window.skipLine();
            int count = Integer.parseInt(window.readLine().strip());
            List<String> symbols = new ArrayList<>();
            for (int atom = 0; atom < count && !window.atEnd(); atom++) {
                String row = window.readLine();
                if (!ROW.matcher(row).matches()) {
                    throw new UnsupportedFormatException(file + ", line " + (window.line() - 1) + ": no row of a .gro");
                }
                symbols.add(AtomNames.element(row.substring(10, 15), row.substring(5, 10)));
            }
            String box = window.atEnd() ? "" : window.readLine();
            return new Structure(cell(file, box), new Atoms(symbols));
        }
    }

    private static Cell cell(Path file, String text) {
        int numbers = NumberTokens.leading(text);
        if (numbers != 3 && numbers != 9) {
            throw new UnsupportedFormatException(file + " ends before its box");
        }
        double[] v = new double[9];
        System.arraycopy(NumberTokens.parse(text, numbers), 0, v, 0, numbers);
        for (int k = 0; k < v.length; k++) {
            v[k] *= NM_A;
        }
        try {
            return Cell.ofRows(v[0], v[3], v[4], v[5], v[1], v[6], v[7], v[8], v[2]);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFormatException(file + " states no cell: " + e.getMessage(), e);
        }
    }
}
