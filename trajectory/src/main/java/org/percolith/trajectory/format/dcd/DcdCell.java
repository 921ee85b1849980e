package org.percolith.trajectory.format.dcd;

import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;

/**
 * The cell record of a DCD frame, whose convention no field tells reliably: A, γ, B, β, α, C with angles in degrees or as
 * cosines, or the symmetric shape matrix XX XY YY XZ YZ ZZ of CHARMM. The first that is a plausible cell is taken; where
 * the version is one of CHARMM that writes the matrix, it comes first, since small tilts look like cosines.
 *
 * @param convention as printed
 */
record DcdCell(Cell cell, String convention) {

    private static final double NARROWEST_DEGREES = 20;
    private static final double WIDEST_DEGREES = 160;

    /** CHARMM c25 and later; everybody else states 24. */
    private static final int FIRST_WITH_MATRIX = 25;

    /** The cell of a record in a file of this version, or null if it is none. */
    static @Nullable DcdCell of(double[] v, int version) {
        DcdCell matrix = isPositiveDefinite(v) ? ofMatrix(v) : null;
        if (matrix != null && version >= FIRST_WITH_MATRIX) {
            return matrix;
        }
        boolean cosines = Math.abs(v[1]) <= 1 && Math.abs(v[3]) <= 1 && Math.abs(v[4]) <= 1;
        if (cosines) {
            Cell cell = cell(v, degrees(v[4]), degrees(v[3]), degrees(v[1]));
            return cell == null ? null : new DcdCell(cell, "lengths and cosines");
        }
        if (isAngle(v[1]) && isAngle(v[3]) && isAngle(v[4])) {
            Cell cell = cell(v, v[4], v[3], v[1]);
            return cell == null ? null : new DcdCell(cell, "lengths and angles in degrees");
        }
        return matrix;
    }

    private static @Nullable DcdCell ofMatrix(double[] v) {
        try {
            return new DcdCell(
                    Cell.ofRows(v[0], v[1], v[3], v[1], v[2], v[4], v[3], v[4], v[5]), "a symmetric shape matrix");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As the shape matrix of every cell is: its leading minors are positive. */
    private static boolean isPositiveDefinite(double[] v) {
        double second = v[0] * v[2] - v[1] * v[1];
        double third = v[5] * second - v[0] * v[4] * v[4] - v[2] * v[3] * v[3] + 2 * v[1] * v[3] * v[4];
        return v[0] > 0 && second > 0 && third > 0;
    }

    private static double degrees(double cosine) {
        return cosine == 0 ? 90 : Math.toDegrees(Math.acos(cosine));
    }

    private static boolean isAngle(double degrees) {
        return degrees >= NARROWEST_DEGREES && degrees <= WIDEST_DEGREES;
    }

    private static @Nullable Cell cell(double[] v, double alpha, double beta, double gamma) {
        try {
            return Cell.ofLengthsAndAngles(v[0], v[2], v[5], alpha, beta, gamma);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
