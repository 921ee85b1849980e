package org.percolith.pathways.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.percolith.density.Framework;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.path.PathPoint;
import org.percolith.trajectory.Cell;

/**
 * A pathway drawn as a structure, for OVITO and VESTA: the framework at its mean positions, and a pseudo-atom X for
 * every voxel of the minimax pathways.
 */
public final class PathwayStructure {

    private static final String PSEUDO_ATOM = "X";

    private PathwayStructure() {}

    /**
     * Extended XYZ: positions in Å, and for each atom the number of its pathway (from 1, in the order given; 0 for the
     * framework), its energy above the highest density in eV, and its count.
     *
     * @param title kept in the comment line; quotes and line breaks become blanks
     */
    public static void writeExtendedXyz(
            Appendable out, String title, Cell cell, Framework framework, List<MinimaxPath> paths) throws IOException {
        int points = paths.stream().mapToInt(path -> path.points().size()).sum();
        double[] h = cell.rows();
        out.append(String.format(
                Locale.ROOT,
                "%d\nLattice=\"%.8f %.8f %.8f %.8f %.8f %.8f %.8f %.8f %.8f\" pbc=\"T T T\""
                        + " Properties=species:S:1:pos:R:3:path:I:1:energy_eV:R:1:counts:I:1 title=\"%s\"\n",
                framework.atoms() + points,
                h[0],
                h[1],
                h[2],
                h[3],
                h[4],
                h[5],
                h[6],
                h[7],
                h[8],
                title.replaceAll("[\"\\r\\n]", " ").strip()));
        for (int atom = 0; atom < framework.atoms(); atom++) {
            xyzRow(
                    out,
                    framework.species().get(atom),
                    cell,
                    new double[] {
                        framework.fractional(atom, 0), framework.fractional(atom, 1), framework.fractional(atom, 2)
                    },
                    " 0 0.000000 0");
        }
        for (int p = 0; p < paths.size(); p++) {
            for (PathPoint point : paths.get(p).points()) {
                xyzRow(
                        out,
                        PSEUDO_ATOM,
                        cell,
                        new double[] {point.sa(), point.sb(), point.sc()},
                        String.format(Locale.ROOT, " %d %.6f %d", p + 1, point.energyEv(), point.counts()));
            }
        }
    }

    private static void xyzRow(Appendable out, String species, Cell cell, double[] s, String properties)
            throws IOException {
        double a = Framework.wrapped(s[0]);
        double b = Framework.wrapped(s[1]);
        double c = Framework.wrapped(s[2]);
        out.append(String.format(
                Locale.ROOT,
                "%-3s %14.8f %14.8f %14.8f%s\n",
                species,
                cell.cartesian(a, b, c, 0),
                cell.cartesian(a, b, c, 1),
                cell.cartesian(a, b, c, 2),
                properties));
    }

    /** CIF in P1: the same atoms; labels of pseudo-atoms name pathway and point, {@code X2_17}. */
    public static void writeCif(Appendable out, String title, Cell cell, Framework framework, List<MinimaxPath> paths)
            throws IOException {
        List<CifFile.Site> sites = new ArrayList<>(CifFile.framework(framework));
        for (int p = 0; p < paths.size(); p++) {
            List<PathPoint> points = paths.get(p).points();
            for (int k = 0; k < points.size(); k++) {
                PathPoint point = points.get(k);
                sites.add(new CifFile.Site(
                        PSEUDO_ATOM + (p + 1) + "_" + (k + 1), PSEUDO_ATOM, point.sa(), point.sb(), point.sc(), 1));
            }
        }
        CifFile.write(out, title, cell, sites);
    }
}
