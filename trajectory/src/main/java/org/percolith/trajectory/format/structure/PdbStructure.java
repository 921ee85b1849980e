package org.percolith.trajectory.format.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.format.text.NumberTokens;

/**
 * Cell and elements of the first model of a .pdb: {@code CRYST1} with lengths in Å and angles in degrees, and {@code ATOM}
 * or {@code HETATM} rows with the element in columns 77 and 78, or else named by the atom name in columns 13 to 16.
 *
 * @see <a href="https://www.wwpdb.org/documentation/file-format-content/format33/v3.3.html">PDB format 3.3</a>
 */
final class PdbStructure {

    private static final Pattern START =
            Pattern.compile("(HEADER|TITLE|REMARK|CRYST1|MODEL|ATOM|HETATM|COMPND|AUTHOR)\\b.*", Pattern.DOTALL);
    private static final Pattern ATOM = Pattern.compile("(ATOM  |HETATM).{10,}");
    private static final int COLUMNS = 80;

    private PdbStructure() {}

    /** True if a text starts with a record of a .pdb. */
    static boolean startsIn(String text) {
        return START.matcher(text).matches()
                && text.lines().anyMatch(line -> ATOM.matcher(line).matches());
    }

    /**
     * Reads the first model.
     *
     * @throws UnsupportedFormatException if it states no cell
     */
    static Structure read(Path file) throws IOException {
        Cell cell = null;
        List<String> symbols = new ArrayList<>();
        try (ByteWindow window = new ByteWindow(TrajectoryFiles.decompressed(file))) {
            String line = "";
            while (!window.atEnd() && !line.startsWith("END")) {
                line = window.readLine();
                if (line.startsWith("CRYST1")) {
                    cell = cell(line);
                } else if (ATOM.matcher(line).matches()) {
                    symbols.add(element(line));
                }
            }
        }
        if (cell == null) {
            throw new UnsupportedFormatException(
                    file + " states no cell: there is no CRYST1 record, or one without volume");
        }
        return new Structure(cell, new Atoms(symbols));
    }

    private static String element(String line) {
        String row = line + " ".repeat(Math.max(0, COLUMNS - line.length()));
        String stated = ElementSymbols.ofLabel(row.substring(76, 78).strip());
        return ElementSymbols.isElement(stated)
                ? stated
                : AtomNames.element(row.substring(12, 16), row.substring(17, 20));
    }

    private static @Nullable Cell cell(String line) {
        String text = line.substring("CRYST1".length());
        if (NumberTokens.leading(text) < 6) {
            return null;
        }
        double[] v = NumberTokens.parse(text, 6);
        try {
            // A cell of 1 Å is how programs fill the record when there is none.
            return v[0] * v[1] * v[2] == 1 ? null : Cell.ofLengthsAndAngles(v[0], v[1], v[2], v[3], v[4], v[5]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
