package org.percolith.trajectory.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.TrajectoryException;

/**
 * A crystal structure, symmetry written out: every site of the cell.
 *
 * @param cell lattice vectors; of a CIF, a along x and b in the xy plane
 * @param sites all sites in the cell, in the file's order
 */
public record CrystalStructure(Cell cell, List<CrystalSite> sites) {

    /** Thermal expansion and a functional's error stay below this. */
    private static final double EDGE_TOLERANCE = 0.1;

    private static final double ANGLE_TOLERANCE_DEGREES = 5;

    public CrystalStructure {
        sites = List.copyOf(sites);
    }

    /** The sites of one element. */
    public CrystalStructure of(String element) {
        return new CrystalStructure(
                cell,
                sites.stream().filter(site -> site.element().equals(element)).toList());
    }

    /**
     * The structure in the cell of a run: repeated along each lattice vector as often as the run's supercell needs.
     * Edges may differ by 10 % after that and angles by 5°, and the sites go with the run's cell.
     *
     * @throws TrajectoryException if the run's cell is no such multiple
     */
    public CrystalStructure inCellOf(Cell run) {
        int[] repeats = new int[3];
        for (int vector = 0; vector < 3; vector++) {
            double ratio = run.lengthA(vector) / cell.lengthA(vector);
            repeats[vector] = (int) Math.max(1, Math.rint(ratio));
            double angle = Math.abs(angleDegrees(run, vector) - angleDegrees(cell, vector));
            if (Math.abs(ratio / repeats[vector] - 1) > EDGE_TOLERANCE || angle > ANGLE_TOLERANCE_DEGREES) {
                throw new TrajectoryException(String.format(
                        Locale.ROOT,
                        "the sites' cell (%s) does not repeat into the run's (%s): give the sites in the setting of the"
                                + " run's unit cell, edge by edge",
                        edges(cell),
                        edges(run)));
            }
        }
        return repeated(run, repeats);
    }

    /**
     * The structure seen from another origin, mirrored there or not: s becomes origin + s, or origin - s.
     *
     * @param originA fractional coordinate along a, and so on
     */
    public CrystalStructure from(double originA, double originB, double originC, boolean inverted) {
        int sign = inverted ? -1 : 1;
        return new CrystalStructure(
                cell,
                sites.stream()
                        .map(site -> site.at(
                                originA + sign * site.sa(), originB + sign * site.sb(), originC + sign * site.sc()))
                        .toList());
    }

    private CrystalStructure repeated(Cell target, int[] repeats) {
        List<CrystalSite> all = new ArrayList<>();
        for (CrystalSite site : sites) {
            for (int a = 0; a < repeats[0]; a++) {
                for (int b = 0; b < repeats[1]; b++) {
                    for (int c = 0; c < repeats[2]; c++) {
                        all.add(site.at(
                                (site.sa() + a) / repeats[0],
                                (site.sb() + b) / repeats[1],
                                (site.sc() + c) / repeats[2]));
                    }
                }
            }
        }
        return new CrystalStructure(target, all);
    }

    /** Angle between the two lattice vectors other than {@code vector}. */
    private static double angleDegrees(Cell cell, int vector) {
        return cell.angleDegrees((vector + 1) % 3, (vector + 2) % 3);
    }

    private static String edges(Cell cell) {
        return String.format(
                Locale.ROOT,
                "%.3f %.3f %.3f Å, %.1f° %.1f° %.1f°",
                cell.lengthA(0),
                cell.lengthA(1),
                cell.lengthA(2),
                angleDegrees(cell, 0),
                angleDegrees(cell, 1),
                angleDegrees(cell, 2));
    }
}
