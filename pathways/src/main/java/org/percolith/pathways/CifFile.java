package org.percolith.pathways;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.percolith.density.Framework;
import org.percolith.trajectory.Cell;

/** A crystallographic information file without symmetry. */
final class CifFile {

    /** One row of the table of sites. */
    record Site(String label, String element, double sa, double sb, double sc, double occupancy) {}

    private CifFile() {}

    /** The framework's atoms, numbered by element. */
    static List<Site> framework(Framework framework) {
        Map<String, Integer> numbers = new HashMap<>();
        return IntStream.range(0, framework.atoms())
                .mapToObj(atom -> {
                    String element = framework.species().get(atom);
                    return new Site(
                            element + numbers.merge(element, 1, Integer::sum),
                            element,
                            framework.fractional(atom, 0),
                            framework.fractional(atom, 1),
                            framework.fractional(atom, 2),
                            1);
                })
                .toList();
    }

    static void write(Appendable out, String title, Cell cell, List<Site> sites) throws IOException {
        out.append("data_percolith\n_struct_title '")
                .append(title.replaceAll("['\\r\\n]", " ").strip())
                .append("'\n");
        for (int vector = 0; vector < 3; vector++) {
            out.append(String.format(Locale.ROOT, "_cell_length_%c %.6f\n", 'a' + vector, cell.lengthA(vector)));
        }
        out.append(String.format(Locale.ROOT, "_cell_angle_alpha %.6f\n", cell.angleDegrees(1, 2)))
                .append(String.format(Locale.ROOT, "_cell_angle_beta %.6f\n", cell.angleDegrees(0, 2)))
                .append(String.format(Locale.ROOT, "_cell_angle_gamma %.6f\n", cell.angleDegrees(0, 1)))
                .append("_space_group_name_H-M_alt 'P 1'\n_space_group_IT_number 1\n")
                .append("loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n")
                .append("loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_fract_y\n")
                .append("_atom_site_fract_z\n_atom_site_occupancy\n");
        for (Site site : sites) {
            out.append(String.format(
                    Locale.ROOT,
                    "%s %s %.8f %.8f %.8f %.4f\n",
                    site.label(),
                    site.element(),
                    Framework.wrapped(site.sa()),
                    Framework.wrapped(site.sb()),
                    Framework.wrapped(site.sc()),
                    site.occupancy()));
        }
    }
}
