package org.percolith.density;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openscience.cdk.config.Elements;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * Writes a density as a Gaussian cube file: lengths in bohr, values in bohr⁻³, z fastest, six a line. The origin is the
 * middle of the first voxel, so that values stand where they were counted. The same input gives the same bytes.
 *
 * @see <a href="https://gaussian.com/cubegen/">Gaussian's cube files</a>
 */
public final class CubeWriter {

    private static final int VALUES_PER_LINE = 6;

    private CubeWriter() {}

    /**
     * Writes two comments, origin, voxel vectors, atoms and values.
     *
     * @param out flushed but not closed
     * @param title the first comment; line breaks become blanks
     */
    public static void write(OutputStream out, String title, VoxelField field, Framework framework) throws IOException {
        out.write(header(title, field.grid(), framework).getBytes(StandardCharsets.UTF_8));
        VoxelGrid grid = field.grid();
        double bohrA = PhysicalConstants.BOHR_A;
        double perBohr3 = bohrA * bohrA * bohrA;
        ValueLines values = new ValueLines(out, VALUES_PER_LINE);
        for (int i = 0; i < grid.na(); i++) {
            for (int j = 0; j < grid.nb(); j++) {
                for (int k = 0; k < grid.nc(); k++) {
                    values.put(field.perA3(grid.index(i, j, k)) * perBohr3);
                }
                values.endLine();
            }
        }
        values.flush();
        out.flush();
    }

    private static String header(String title, VoxelGrid grid, Framework framework) {
        StringBuilder text = new StringBuilder();
        text.append(title.replaceAll("\\R", " ").strip())
                .append("\nions per bohr^3, z fastest; framework at its mean positions\n");
        Cell cell = grid.cell();
        row(text, framework.atoms(), voxelMiddle(grid, 0), voxelMiddle(grid, 1), voxelMiddle(grid, 2));
        for (int vector = 0; vector < 3; vector++) {
            int n = grid.size(vector);
            row(text, n, cell.component(vector, 0) / n, cell.component(vector, 1) / n, cell.component(vector, 2) / n);
        }
        for (int atom = 0; atom < framework.atoms(); atom++) {
            int number = Elements.ofString(framework.species().get(atom)).number();
            text.append(String.format(
                    Locale.ROOT,
                    "%5d %12.6f %12.6f %12.6f %12.6f\n",
                    number,
                    (double) number,
                    framework.cartesianA(cell, atom, 0) / PhysicalConstants.BOHR_A,
                    framework.cartesianA(cell, atom, 1) / PhysicalConstants.BOHR_A,
                    framework.cartesianA(cell, atom, 2) / PhysicalConstants.BOHR_A));
        }
        return text.toString();
    }

    private static void row(StringBuilder text, int number, double xA, double yA, double zA) {
        double bohrA = PhysicalConstants.BOHR_A;
        text.append(
                String.format(Locale.ROOT, "%5d %14.8f %14.8f %14.8f\n", number, xA / bohrA, yA / bohrA, zA / bohrA));
    }

    private static double voxelMiddle(VoxelGrid grid, int axis) {
        return grid.cell().cartesian(0.5 / grid.na(), 0.5 / grid.nb(), 0.5 / grid.nc(), axis);
    }
}
