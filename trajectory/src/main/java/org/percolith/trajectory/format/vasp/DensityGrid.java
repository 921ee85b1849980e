package org.percolith.trajectory.format.vasp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.text.ByteWindow;

/**
 * Tells CHGCAR, CHG, PARCHG and LOCPOT from a trajectory: they start as an XDATCAR of one frame does and go on with a blank
 * line, the numbers of points along the three vectors, and a value for each point.
 *
 * @see <a href="https://www.vasp.at/wiki/CHGCAR">VASP wiki, CHGCAR</a>
 */
final class DensityGrid {

    private static final int HEADING_BYTES = 128;
    private static final Pattern POINTS =
            Pattern.compile("[ \\t\\r]*\\n[ \\t]*[1-9]\\d{0,5}([ \\t]+[1-9]\\d{0,5}){2}[ \\t\\r]*\\n");

    private DensityGrid() {}

    /**
     * Looks at what stands behind the positions of a structure, without moving.
     *
     * @throws UnsupportedFormatException if it is a grid
     */
    static void refuse(ByteWindow window, Path file) throws IOException {
        window.ensure(HEADING_BYTES);
        int length = Math.min(window.limit() - window.position(), HEADING_BYTES);
        String ahead = new String(window.buffer(), window.position(), length, StandardCharsets.ISO_8859_1);
        if (POINTS.matcher(ahead).lookingAt()) {
            throw new UnsupportedFormatException(file + ", line " + (window.line() + 1)
                    + ": a grid stands behind one structure, as in CHGCAR, CHG, PARCHG and LOCPOT. A density or potential is"
                    + " no trajectory. Give the file that holds the positions of every step; this one may serve as"
                    + " --lattice");
        }
    }
}
