package org.percolith.trajectory.crystal;

/**
 * A site of a crystal structure.
 *
 * @param label as the file has it, {@code Li1} or {@code 48h}; equivalent sites share it
 * @param element symbol, {@code Li}
 * @param sa fractional coordinate along a, in [0, 1)
 * @param sb along b
 * @param sc along c
 * @param occupancy mean number of atoms at the site; 1 where the file states none
 */
public record CrystalSite(String label, String element, double sa, double sb, double sc, double occupancy) {

    /** The site at other coordinates, which are wrapped into the cell. */
    CrystalSite at(double a, double b, double c) {
        return new CrystalSite(label, element, wrapped(a), wrapped(b), wrapped(c), occupancy);
    }

    private static double wrapped(double s) {
        double fraction = s - Math.floor(s);
        return fraction >= 1 ? 0 : fraction;
    }
}
