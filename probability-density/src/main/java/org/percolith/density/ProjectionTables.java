package org.percolith.density;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Projected densities as comma-separated tables, with the unit in each column's name. */
public final class ProjectionTables {

    private static final String VECTORS = "abc";

    private ProjectionTables() {}

    /**
     * Densities projected onto each lattice vector, one layer a line: its number, its distance from the face at the
     * origin and one column per field.
     *
     * @param names of the fields, for the columns
     * @param fields on grids of the same numbers of voxels; distances are those of the first
     */
    public static void lines(Appendable out, List<String> names, List<? extends VoxelField> fields) throws IOException {
        out.append("vector,layer,distance_A");
        for (String name : names) {
            out.append(',').append(name).append("_per_A");
        }
        out.append('\n');
        for (int vector = 0; vector < VECTORS.length(); vector++) {
            int along = vector;
            List<Projection.Line> lines =
                    fields.stream().map(field -> Projection.line(field, along)).toList();
            double[] distanceA = lines.get(0).distanceA();
            for (int layer = 0; layer < distanceA.length; layer++) {
                out.append(String.format(Locale.ROOT, "%c,%d,%.6f", VECTORS.charAt(vector), layer, distanceA[layer]));
                for (Projection.Line line : lines) {
                    out.append(String.format(Locale.ROOT, ",%.8g", line.perA()[layer]));
                }
                out.append('\n');
            }
        }
    }

    /** A density projected along each lattice vector onto the plane of the other two, one voxel column a line. */
    public static void planes(Appendable out, VoxelField field) throws IOException {
        out.append("along,first_vector,first,second_vector,second,density_per_A2\n");
        for (int vector = 0; vector < VECTORS.length(); vector++) {
            Projection.Plane plane = Projection.plane(field, vector);
            char first = VECTORS.charAt((vector + 1) % 3);
            char second = VECTORS.charAt((vector + 2) % 3);
            String[] firsts = middles(VECTORS.charAt(vector) + "," + first, plane.width());
            String[] seconds = middles(String.valueOf(second), plane.height());
            for (int at = 0; at < plane.perA2().length; at++) {
                out.append(firsts[at % plane.width()]).append(seconds[at / plane.width()]);
                out.append(SignificantDigits.eight(plane.perA2()[at])).append('\n');
            }
        }
    }

    /** The middles of all layers along a vector, as columns behind its name. */
    private static String[] middles(String name, int layers) {
        return IntStream.range(0, layers)
                .mapToObj(layer -> String.format(Locale.ROOT, "%s,%.6f,", name, (layer + 0.5) / layers))
                .toArray(String[]::new);
    }
}
