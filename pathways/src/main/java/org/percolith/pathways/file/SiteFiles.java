package org.percolith.pathways.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.percolith.density.Framework;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.Cell;

/** Basins as a crystal structure: centres of visits with their occupancies, in the framework's mean positions. */
public final class SiteFiles {

    private SiteFiles() {}

    /**
     * CIF in P1. A basin that holds more than one ion on average has an occupancy above 1, as it is.
     *
     * @param species element of the mobile ion
     */
    public static void writeCif(Appendable out, String title, BasinMap map, String species, Framework framework)
            throws IOException {
        List<CifFile.Site> sites = new ArrayList<>();
        for (Basin basin : map.basins()) {
            sites.add(new CifFile.Site(
                    species + "_" + (basin.index() + 1),
                    species,
                    basin.centreA(),
                    basin.centreB(),
                    basin.centreC(),
                    basin.occupancy()));
        }
        sites.addAll(CifFile.framework(framework));
        CifFile.write(out, title, map.grid().cell(), sites);
    }

    /** POSCAR, which has no place for occupancies: they stand behind each site's coordinates, where readers ignore them. */
    public static void writePoscar(Appendable out, String title, BasinMap map, String species, Framework framework)
            throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Basin basin : map.basins()) {
            rows.computeIfAbsent(species, key -> new ArrayList<>())
                    .add(row(basin.centreA(), basin.centreB(), basin.centreC())
                            + String.format(Locale.ROOT, " %s occupancy=%.4f", species, basin.occupancy()));
        }
        for (int atom = 0; atom < framework.atoms(); atom++) {
            String element = framework.species().get(atom);
            rows.computeIfAbsent(element, key -> new ArrayList<>())
                    .add(row(
                                    framework.fractional(atom, 0),
                                    framework.fractional(atom, 1),
                                    framework.fractional(atom, 2))
                            + " " + element);
        }
        out.append(title.replaceAll("\\R", " ").strip()).append("\n1.0\n");
        Cell cell = map.grid().cell();
        for (int vector = 0; vector < 3; vector++) {
            out.append(String.format(
                    Locale.ROOT,
                    "%20.12f %20.12f %20.12f\n",
                    cell.component(vector, 0),
                    cell.component(vector, 1),
                    cell.component(vector, 2)));
        }
        out.append(String.join(" ", rows.keySet())).append('\n');
        out.append(String.join(
                        " ",
                        rows.values().stream()
                                .map(list -> Integer.toString(list.size()))
                                .toList()))
                .append("\nDirect\n");
        for (List<String> list : rows.values()) {
            for (String row : list) {
                out.append(row).append('\n');
            }
        }
    }

    private static String row(double sa, double sb, double sc) {
        return String.format(
                Locale.ROOT,
                "%16.10f %16.10f %16.10f",
                Framework.wrapped(sa),
                Framework.wrapped(sb),
                Framework.wrapped(sc));
    }
}
