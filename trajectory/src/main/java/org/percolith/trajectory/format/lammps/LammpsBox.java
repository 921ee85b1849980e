package org.percolith.trajectory.format.lammps;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.percolith.trajectory.Cell;

/**
 * The periodic box of a LAMMPS dump: cell rows and origin, Å. The bounds of a restricted triclinic box are those of its
 * bounding box (LAMMPS manual, Howto_triclinic): xlo = xlo_bound - min(0, xy, xz, xy + xz), and so on.
 */
record LammpsBox(Cell cell, double originX, double originY, double originZ) {

    /** Orthogonal box from three {@code lo hi} lines. */
    static LammpsBox orthogonal(double[][] bounds) {
        return new LammpsBox(
                Cell.orthorhombic(
                        bounds[0][1] - bounds[0][0], bounds[1][1] - bounds[1][0], bounds[2][1] - bounds[2][0]),
                bounds[0][0],
                bounds[1][0],
                bounds[2][0]);
    }

    /** Restricted triclinic box from three {@code lo_bound hi_bound tilt} lines, tilts xy, xz, yz. */
    static LammpsBox restrictedTriclinic(double[][] bounds) {
        double xy = bounds[0][2];
        double xz = bounds[1][2];
        double yz = bounds[2][2];
        double xlo = bounds[0][0] - Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double xhi = bounds[0][1] - Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        double ylo = bounds[1][0] - Math.min(0, yz);
        double yhi = bounds[1][1] - Math.max(0, yz);
        double zlo = bounds[2][0];
        return new LammpsBox(Cell.ofRows(xhi - xlo, 0, 0, xy, yhi - ylo, 0, xz, yz, bounds[2][1] - zlo), xlo, ylo, zlo);
    }

    /** General triclinic box from three {@code vx vy vz origin} lines. */
    static LammpsBox generalTriclinic(double[][] rows) {
        return new LammpsBox(
                Cell.ofRows(
                        rows[0][0],
                        rows[0][1],
                        rows[0][2],
                        rows[1][0],
                        rows[1][1],
                        rows[1][2],
                        rows[2][0],
                        rows[2][1],
                        rows[2][2]),
                rows[0][3],
                rows[1][3],
                rows[2][3]);
    }

    /**
     * The {@code ITEM: BOX BOUNDS} of a cell at the origin: orthogonal or restricted triclinic where the vectors lie as
     * these have them, which every reader of dumps understands; else general triclinic, which keeps their orientation.
     */
    static String bounds(Cell cell) {
        double lx = cell.component(0, 0);
        double ly = cell.component(1, 1);
        double lz = cell.component(2, 2);
        double xy = cell.component(1, 0);
        double xz = cell.component(2, 0);
        double yz = cell.component(2, 1);
        boolean restricted = cell.component(0, 1) == 0 && cell.component(0, 2) == 0 && cell.component(1, 2) == 0;
        if (!restricted || lx <= 0 || ly <= 0 || lz <= 0) {
            return "ITEM: BOX BOUNDS abc origin pp pp pp\n"
                    + row(lx, cell.component(0, 1), cell.component(0, 2), 0)
                    + row(xy, ly, cell.component(1, 2), 0)
                    + row(xz, yz, lz, 0);
        }
        if (xy == 0 && xz == 0 && yz == 0) {
            return "ITEM: BOX BOUNDS pp pp pp\n" + row(0, lx) + row(0, ly) + row(0, lz);
        }
        double lowest = Math.min(Math.min(0, xy), Math.min(xz, xy + xz));
        double highest = Math.max(Math.max(0, xy), Math.max(xz, xy + xz));
        return "ITEM: BOX BOUNDS xy xz yz pp pp pp\n"
                + row(lowest, lx + highest, xy)
                + row(Math.min(0, yz), ly + Math.max(0, yz), xz)
                + row(0, lz, yz);
    }

    private static String row(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" ", "", "\n"));
    }
}
