package org.percolith.density;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.percolith.trajectory.Cell;

/**
 * Writes a density as XCrySDen's XSF: lengths in Å, values in Å⁻³, x fastest, on a general grid, which repeats the first
 * values at the far faces. The origin is the middle of the first voxel. The same input gives the same bytes.
 *
 * @see <a href="http://www.xcrysden.org/doc/XSF.html">XSF</a>
 */
public final class XsfWriter {

    private static final int VALUES_PER_LINE = 6;

    private XsfWriter() {}

    /**
     * Writes cell, atoms and one data grid.
     *
     * @param out flushed but not closed
     * @param title a comment in the first line, line breaks become blanks
     */
    public static void write(OutputStream out, String title, VoxelField field, Framework framework) throws IOException {
        VoxelGrid grid = field.grid();
        out.write(header(title, grid, framework).getBytes(StandardCharsets.UTF_8));
        ValueLines values = new ValueLines(out, VALUES_PER_LINE);
        for (int k = 0; k <= grid.nc(); k++) {
            for (int j = 0; j <= grid.nb(); j++) {
                for (int i = 0; i <= grid.na(); i++) {
                    values.put(field.perA3(grid.index(i % grid.na(), j % grid.nb(), k % grid.nc())));
                }
                values.endLine();
            }
        }
        values.flush();
        out.write("END_DATAGRID_3D\nEND_BLOCK_DATAGRID_3D\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String header(String title, VoxelGrid grid, Framework framework) {
        Cell cell = grid.cell();
        StringBuilder text = new StringBuilder("# ")
                .append(title.replaceAll("\\R", " ").strip())
                .append("\nCRYSTAL\nPRIMVEC\n");
        appendVectors(text, cell);
        text.append("PRIMCOORD\n").append(framework.atoms()).append(" 1\n");
        for (int atom = 0; atom < framework.atoms(); atom++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-3s %14.8f %14.8f %14.8f\n",
                    framework.species().get(atom),
                    framework.cartesianA(cell, atom, 0),
                    framework.cartesianA(cell, atom, 1),
                    framework.cartesianA(cell, atom, 2)));
        }
        text.append("BEGIN_BLOCK_DATAGRID_3D\nion_density\nBEGIN_DATAGRID_3D_ions_per_A3\n");
        text.append(String.format(Locale.ROOT, "%d %d %d\n", grid.na() + 1, grid.nb() + 1, grid.nc() + 1));
        double half = 0.5;
        text.append(String.format(
                Locale.ROOT,
                "%14.8f %14.8f %14.8f\n",
                cell.cartesian(half / grid.na(), half / grid.nb(), half / grid.nc(), 0),
                cell.cartesian(half / grid.na(), half / grid.nb(), half / grid.nc(), 1),
                cell.cartesian(half / grid.na(), half / grid.nb(), half / grid.nc(), 2)));
        appendVectors(text, cell);
        return text.toString();
    }

    private static void appendVectors(StringBuilder text, Cell cell) {
        for (int vector = 0; vector < 3; vector++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%16.10f %16.10f %16.10f\n",
                    cell.component(vector, 0),
                    cell.component(vector, 1),
                    cell.component(vector, 2)));
        }
    }
}
