package org.percolith.trajectory.format.espresso;

import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;

/**
 * A lattice as the input of Quantum ESPRESSO states it by {@code ibrav}, three lengths (Å) and three cosines.
 *
 * @see <a href="https://www.quantum-espresso.org/Doc/INPUT_PW.html#ibrav">INPUT_PW, ibrav</a>
 */
record BravaisLattice(int ibrav, double aA, double bA, double cA, double cosBc, double cosAc, double cosAb) {

    /**
     * Its cell, in the orientation of the program; null for an ibrav that is none or states no vectors (0).
     *
     * @throws IllegalArgumentException if the cell has no volume, since a length or an angle is missing
     */
    @Nullable
    Cell cell() {
        double a = aA / 2;
        double b = bA / 2;
        double c = cA / 2;
        return switch (ibrav) {
            case 1 -> Cell.cubic(aA);
            case 2 -> Cell.ofRows(-a, 0, a, 0, a, a, -a, a, 0);
            case 3 -> Cell.ofRows(a, a, a, -a, a, a, -a, -a, a);
            case -3 -> Cell.ofRows(-a, a, a, a, -a, a, a, a, -a);
            case 4 -> Cell.ofRows(aA, 0, 0, -a, a * Math.sqrt(3), 0, 0, 0, cA);
            case 5, -5 -> rhombohedral();
            case 6 -> Cell.ofRows(aA, 0, 0, 0, aA, 0, 0, 0, cA);
            case 7 -> Cell.ofRows(a, -a, c, a, a, c, -a, -a, c);
            case 8 -> Cell.ofRows(aA, 0, 0, 0, bA, 0, 0, 0, cA);
            case 9 -> Cell.ofRows(a, b, 0, -a, b, 0, 0, 0, cA);
            case -9 -> Cell.ofRows(a, -b, 0, a, b, 0, 0, 0, cA);
            case 91 -> Cell.ofRows(aA, 0, 0, 0, b, -c, 0, b, c);
            case 10 -> Cell.ofRows(a, 0, c, a, b, 0, 0, b, c);
            case 11 -> Cell.ofRows(a, b, c, -a, b, c, -a, -b, c);
            case 12 -> Cell.ofRows(aA, 0, 0, bA * cosAb, bA * sine(cosAb), 0, 0, 0, cA);
            case -12 -> Cell.ofRows(aA, 0, 0, 0, bA, 0, cA * cosAc, 0, cA * sine(cosAc));
            case 13 -> Cell.ofRows(a, 0, -c, bA * cosAb, bA * sine(cosAb), 0, a, 0, c);
            case -13 -> Cell.ofRows(a, b, 0, -a, b, 0, cA * cosAc, 0, cA * sine(cosAc));
            case 14 -> triclinic();
            default -> null;
        };
    }

    /** The three-fold axis is z (5) or the diagonal (-5). */
    private Cell rhombohedral() {
        double tx = aA * Math.sqrt((1 - cosAb) / 2);
        double ty = aA * Math.sqrt((1 - cosAb) / 6);
        double tz = aA * Math.sqrt((1 + 2 * cosAb) / 3);
        if (ibrav == 5) {
            return Cell.ofRows(tx, -ty, tz, 0, 2 * ty, tz, -tx, -ty, tz);
        }
        double u = (tz - 2 * Math.sqrt(2) * ty) / Math.sqrt(3);
        double v = (tz + Math.sqrt(2) * ty) / Math.sqrt(3);
        return Cell.ofRows(u, v, v, v, u, v, v, v, u);
    }

    private Cell triclinic() {
        double x = cosAc;
        double y = (cosBc - cosAc * cosAb) / sine(cosAb);
        return Cell.ofRows(
                aA, 0, 0, bA * cosAb, bA * sine(cosAb), 0, cA * x, cA * y, cA * Math.sqrt(1 - x * x - y * y));
    }

    private static double sine(double cosine) {
        return Math.sqrt(1 - cosine * cosine);
    }
}
