package org.percolith.density;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.percolith.trajectory.Cell;

/**
 * Writes a density in the layout of VASP's CHGCAR, which VESTA, OVITO, pymatgen and ASE read: values are the density
 * times the cell volume (readers divide by it), five a line, x fastest, under a structure of the framework's mean
 * positions. The same input gives the same bytes.
 *
 * @see <a href="https://www.vasp.at/wiki/index.php/CHGCAR">CHGCAR</a>
 */
public final class ChgcarWriter {

    private static final int VALUES_PER_LINE = 5;

    private ChgcarWriter() {}

    /**
     * Writes title, scale, cell, species, counts, positions, blank line, grid dimensions and values.
     *
     * @param out flushed but not closed
     * @param title the comment in the first line; line breaks become blanks
     * @throws IllegalArgumentException if the framework has no atom: the format cannot express that
     */
    public static void write(OutputStream out, String title, VoxelField density, Framework framework)
            throws IOException {
        if (framework.atoms() == 0) {
            throw new IllegalArgumentException("a CHGCAR needs at least one framework atom beside the density");
        }
        out.write(header(title, density.grid(), framework).getBytes(StandardCharsets.UTF_8));
        writeValues(out, density);
        out.flush();
    }

    private static String header(String title, VoxelGrid grid, Framework framework) {
        StringBuilder text = new StringBuilder();
        text.append(title.replaceAll("\\R", " ").strip()).append("\n   1.00000000000000\n");
        Cell cell = grid.cell();
        for (int vector = 0; vector < 3; vector++) {
            text.append(
                    triple("%22.16f", cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2)));
        }
        Map<String, List<Integer>> atomsBySpecies = atomsBySpecies(framework);
        atomsBySpecies.keySet().forEach(species -> text.append(String.format(Locale.ROOT, "%5s", " " + species)));
        text.append('\n');
        atomsBySpecies.values().forEach(atoms -> text.append(String.format(Locale.ROOT, " %6d", atoms.size())));
        text.append("\nDirect\n");
        for (List<Integer> atoms : atomsBySpecies.values()) {
            for (int atom : atoms) {
                List<Double> s = framework.meanFractional();
                text.append(triple(
                        "%20.14f",
                        Framework.wrapped(s.get(3 * atom)),
                        Framework.wrapped(s.get(3 * atom + 1)),
                        Framework.wrapped(s.get(3 * atom + 2))));
            }
        }
        text.append(String.format(Locale.ROOT, "\n%5d %5d %5d\n", grid.na(), grid.nb(), grid.nc()));
        return text.toString();
    }

    /** Atoms grouped by species, in the order in which species and atoms first appear. */
    private static Map<String, List<Integer>> atomsBySpecies(Framework framework) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int atom = 0; atom < framework.atoms(); atom++) {
            groups.computeIfAbsent(framework.species().get(atom), key -> new ArrayList<>())
                    .add(atom);
        }
        return groups;
    }

    private static String triple(String format, double a, double b, double c) {
        return String.format(Locale.ROOT, format + format + format + "\n", a, b, c);
    }

    private static void writeValues(OutputStream out, VoxelField density) throws IOException {
        double volumeA3 = density.grid().cell().volumeA3();
        ValueLines values = new ValueLines(out, VALUES_PER_LINE);
        for (int v = 0; v < density.grid().voxels(); v++) {
            values.put(density.perA3(v) * volumeA3);
        }
        values.endLine();
        values.flush();
    }
}
