package org.percolith.trajectory;

import java.util.Arrays;
import java.util.Locale;

/**
 * A periodic cell: three lattice vectors a, b, c as the rows of H, in Å. A point with fractional coordinates s lies at
 * r = s H. Immutable.
 */
public final class Cell {

    private static final double LONGEST_EDGE_A = 1e6;
    private static final double SMALLEST_HEIGHT_A = 1e-3;

    private final double[] rows;
    private final double[] inverse;
    private final double determinant;
    private final double[] heightsA = new double[3];

    private Cell(double[] rows) {
        this.rows = rows;
        double[] h = rows;
        double c0 = h[4] * h[8] - h[5] * h[7];
        double c1 = h[5] * h[6] - h[3] * h[8];
        double c2 = h[3] * h[7] - h[4] * h[6];
        determinant = h[0] * c0 + h[1] * c1 + h[2] * c2;
        inverse = new double[] {
            c0 / determinant, (h[2] * h[7] - h[1] * h[8]) / determinant, (h[1] * h[5] - h[2] * h[4]) / determinant,
            c1 / determinant, (h[0] * h[8] - h[2] * h[6]) / determinant, (h[2] * h[3] - h[0] * h[5]) / determinant,
            c2 / determinant, (h[1] * h[6] - h[0] * h[7]) / determinant, (h[0] * h[4] - h[1] * h[3]) / determinant
        };
        for (int vector = 0; vector < 3; vector++) {
            heightsA[vector] =
                    1 / Math.sqrt(square(inverse[vector]) + square(inverse[3 + vector]) + square(inverse[6 + vector]));
        }
    }

    /**
     * The cell with these lattice vectors.
     *
     * @param rows nine numbers, row by row: ax ay az bx by bz cx cy cz, Å
     * @throws IllegalArgumentException if a number is not finite, the vectors span no volume, or no crystal has such a
     *     cell: an edge beyond 0.1 mm, faces nearer to each other than 0.001 Å
     */
    public static Cell ofRows(double... rows) {
        if (rows.length != 9) {
            throw new IllegalArgumentException("a cell has nine components, got " + rows.length);
        }
        Cell cell = new Cell(rows.clone());
        if (!(cell.volumeA3() > 1e-6) || Double.isInfinite(cell.volumeA3())) {
            throw new IllegalArgumentException("the lattice vectors span no volume: " + cell);
        }
        boolean crystal = cell.longestA() < LONGEST_EDGE_A && cell.shortestHeightA() > SMALLEST_HEIGHT_A;
        if (!crystal) {
            throw new IllegalArgumentException("no crystal has such a cell: " + cell);
        }
        return cell;
    }

    public static Cell cubic(double edgeA) {
        return orthorhombic(edgeA, edgeA, edgeA);
    }

    public static Cell orthorhombic(double aA, double bA, double cA) {
        return ofRows(aA, 0, 0, 0, bA, 0, 0, 0, cA);
    }

    /**
     * The cell with these edges and angles, a along x and b in the xy plane.
     *
     * @throws IllegalArgumentException if no cell has them
     */
    public static Cell ofLengthsAndAngles(
            double aA, double bA, double cA, double alphaDegrees, double betaDegrees, double gammaDegrees) {
        double cosAlpha = cosineOfDegrees(alphaDegrees);
        double cosBeta = cosineOfDegrees(betaDegrees);
        double cosGamma = cosineOfDegrees(gammaDegrees);
        double sinGamma = Math.sqrt(1 - square(cosGamma));
        double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
        double cz = Math.sqrt(1 - square(cosBeta) - square(cy));
        return ofRows(aA, 0, 0, bA * cosGamma, bA * sinGamma, 0, cA * cosBeta, cA * cy, cA * cz);
    }

    /** Exact for right angles, so that orthogonal cells stay so. */
    private static double cosineOfDegrees(double degrees) {
        return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
    }

    /** Component {@code axis} (x, y, z) of lattice vector {@code vector} (a, b, c), Å. */
    public double component(int vector, int axis) {
        return rows[3 * vector + axis];
    }

    /** The nine components, row by row, as a fresh array, Å. */
    public double[] rows() {
        return rows.clone();
    }

    public double volumeA3() {
        return Math.abs(determinant);
    }

    public double lengthA(int vector) {
        return Math.sqrt(square(rows[3 * vector]) + square(rows[3 * vector + 1]) + square(rows[3 * vector + 2]));
    }

    private double longestA() {
        return Math.max(lengthA(0), Math.max(lengthA(1), lengthA(2)));
    }

    /** Distance between the two cell faces that do not contain {@code vector}, Å: 1/|reciprocal vector|. */
    public double heightA(int vector) {
        return heightsA[vector];
    }

    public double shortestHeightA() {
        return Math.min(heightA(0), Math.min(heightA(1), heightA(2)));
    }

    /** Component {@code axis} of s H for fractional coordinates s, Å. */
    public double cartesian(double sa, double sb, double sc, int axis) {
        return sa * rows[axis] + sb * rows[3 + axis] + sc * rows[6 + axis];
    }

    /** Component {@code vector} of r H⁻¹ for Cartesian coordinates r in Å. */
    public double fractional(double x, double y, double z, int vector) {
        return x * inverse[vector] + y * inverse[3 + vector] + z * inverse[6 + vector];
    }

    /** Turns Cartesian positions {@code [3 * atom + axis]}, Å, into fractional ones, in place. */
    public void toFractional(double[] positions) {
        for (int at = 0; at < positions.length; at += 3) {
            double x = positions[at];
            double y = positions[at + 1];
            double z = positions[at + 2];
            positions[at] = fractional(x, y, z, 0);
            positions[at + 1] = fractional(x, y, z, 1);
            positions[at + 2] = fractional(x, y, z, 2);
        }
    }

    /** Angle between two lattice vectors, degrees. */
    public double angleDegrees(int first, int second) {
        double dot = 0;
        for (int axis = 0; axis < 3; axis++) {
            dot += component(first, axis) * component(second, axis);
        }
        return Math.toDegrees(Math.acos(dot / (lengthA(first) * lengthA(second))));
    }

    /** Cartesian length squared of a fractional displacement, Å². */
    public double squaredLengthA2(double sa, double sb, double sc) {
        double x = cartesian(sa, sb, sc, 0);
        double y = cartesian(sa, sb, sc, 1);
        double z = cartesian(sa, sb, sc, 2);
        return x * x + y * y + z * z;
    }

    /** Largest absolute difference of a component, Å. */
    public double maxDifferenceA(Cell other) {
        double max = 0;
        for (int k = 0; k < 9; k++) {
            max = Math.max(max, Math.abs(rows[k] - other.rows[k]));
        }
        return max;
    }

    private static double square(double v) {
        return v * v;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell && Arrays.equals(rows, cell.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "a (%.4f %.4f %.4f) b (%.4f %.4f %.4f) c (%.4f %.4f %.4f) Å",
                rows[0],
                rows[1],
                rows[2],
                rows[3],
                rows[4],
                rows[5],
                rows[6],
                rows[7],
                rows[8]);
    }
}
