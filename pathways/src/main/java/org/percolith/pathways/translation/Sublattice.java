package org.percolith.pathways.translation;

import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.WindingLattice;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.SupercellMatrix;
import org.percolith.trajectory.run.ReducedBasis;

/**
 * The lattice that some fractions of a cell's vectors make together with these vectors: integer multiples of 1/denominator.
 *
 * @param denominator common to all fractions
 * @param numerators the lattice, in units of 1/denominator of the cell's vectors
 */
record Sublattice(int denominator, WindingLattice numerators) {

    /** That of the cell itself. */
    static final Sublattice OF_THE_CELL = new Sublattice(1, whole(1));

    private static WindingLattice whole(int denominator) {
        return WindingLattice.POINT
                .with(new LatticeVector(denominator, 0, 0))
                .with(new LatticeVector(0, denominator, 0))
                .with(new LatticeVector(0, 0, denominator));
    }

    /** The lattice that holds this fraction as well. */
    Sublattice with(int[] fraction, int its) {
        int common = denominator / gcd(denominator, its) * its;
        WindingLattice lattice = whole(common);
        for (LatticeVector v : numerators.basis()) {
            int scale = common / denominator;
            lattice = lattice.with(new LatticeVector(v.u() * scale, v.v() * scale, v.w() * scale));
        }
        int scale = common / its;
        return new Sublattice(
                common, lattice.with(new LatticeVector(fraction[0] * scale, fraction[1] * scale, fraction[2] * scale)));
    }

    /** Whether the lattice has a vector within the tolerance of a fractional step. */
    boolean holds(double[] step, Cell cell) {
        int[] nearest = new int[3];
        double[] off = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            nearest[axis] = (int) Math.rint(step[axis] * denominator);
            off[axis] = step[axis] - (double) nearest[axis] / denominator;
        }
        return cell.squaredLengthA2(off[0], off[1], off[2])
                        <= FrameworkTranslations.TOLERANCE_A * FrameworkTranslations.TOLERANCE_A
                && numerators.contains(new LatticeVector(nearest[0], nearest[1], nearest[2]));
    }

    /** How the cell is made of a compact cell of this lattice. */
    SupercellMatrix supercell(Cell cell) {
        LatticeVector[] basis = numerators.basis().toArray(LatticeVector[]::new);
        double[] rows = new double[9];
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                rows[3 * k + axis] = cell.cartesian(basis[k].u(), basis[k].v(), basis[k].w(), axis) / denominator;
            }
        }
        Cell primitive = Cell.ofRows(rows);
        int[][] shortest = ReducedBasis.of(primitive);
        double[] reduced = new double[9];
        for (int k = 0; k < 3; k++) {
            for (int axis = 0; axis < 3; axis++) {
                reduced[3 * k + axis] = primitive.cartesian(shortest[k][0], shortest[k][1], shortest[k][2], axis);
            }
        }
        return multiples(cell, Cell.ofRows(reduced));
    }

    private static SupercellMatrix multiples(Cell cell, Cell small) {
        int[][] rows = new int[3][3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                rows[i][k] = (int) Math.rint(
                        small.fractional(cell.component(i, 0), cell.component(i, 1), cell.component(i, 2), k));
            }
        }
        return SupercellMatrix.ofRows(rows);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
