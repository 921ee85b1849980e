package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.structure.PoscarLines;
import org.percolith.trajectory.format.text.ByteWindow;

/** The header of an XDATCAR: title, scale, three lattice rows, species, counts, as {@link PoscarLines} reads them. */
record XdatcarHeader(String title, Cell cell, Atoms atoms) {

    private static final int LINES_AFTER_TITLE = 6;

    /** Reads a header whose title has been consumed; null if the text ends inside it. */
    static @Nullable XdatcarHeader readAfterTitle(ByteWindow window, Path file, String title) throws IOException {
        long line = window.line();
        List<String> lines = new ArrayList<>();
        while (lines.size() < LINES_AFTER_TITLE) {
            if (window.atEnd() || !window.lineIsTerminated()) {
                return null;
            }
            lines.add(window.readLine().strip());
        }
        Cell cell = PoscarLines.cell(file, line, lines);
        String species = lines.get(4);
        if (!species.isEmpty() && Character.isDigit(species.charAt(0))) {
            throw new MalformedTrajectoryException(
                    file,
                    line + 4,
                    "'" + species + "'",
                    "the element symbols; this XDATCAR names none. Insert a line such as 'Li P S' above the counts");
        }
        return new XdatcarHeader(title, cell, PoscarLines.atoms(file, line + 4, species, lines.get(5)));
    }
}
