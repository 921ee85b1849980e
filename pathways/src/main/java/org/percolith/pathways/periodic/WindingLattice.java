package org.percolith.pathways.periodic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The lattice of integer vectors by which a component of a periodic map winds back onto itself. Its rank, 0 to 3, is
 * the component's dimensionality (Larsen, Pandey, Strange, Jacobsen 2019, doi 10.1103/PhysRevMaterials.3.034003).
 *
 * <p>Held in Hermite normal form, exactly, so equal lattices are equal objects whatever vectors made them. Immutable.
 */
public final class WindingLattice {

    /** The lattice that holds the zero vector alone. */
    public static final WindingLattice POINT = new WindingLattice(new long[3][3]);

    private static final Comparator<LatticeVector> SHORT_FIRST = Comparator.<LatticeVector>comparingLong(x -> x.dot(x))
            .thenComparing(LatticeVector::u, Comparator.reverseOrder())
            .thenComparing(LatticeVector::v, Comparator.reverseOrder())
            .thenComparing(LatticeVector::w, Comparator.reverseOrder());

    /** {@code rows[p]} has its first non-zero component, positive, in column p; it is zero where no row does. */
    private final long[][] rows;

    private WindingLattice(long[][] rows) {
        this.rows = rows;
    }

    /** The smallest lattice that holds this one and the vector; this very object if it holds the vector already. */
    public WindingLattice with(LatticeVector vector) {
        if (contains(vector)) {
            return this;
        }
        long[][] sum = {rows[0].clone(), rows[1].clone(), rows[2].clone()};
        long[] rest = {vector.u(), vector.v(), vector.w()};
        for (int p = 0; p < 3; p++) {
            while (rest[p] != 0) {
                long[] pivot = sum[p];
                subtract(pivot, pivot[p] / rest[p], rest);
                sum[p] = rest;
                rest = pivot;
            }
        }
        normalise(sum);
        return new WindingLattice(sum);
    }

    /** The smallest lattice that holds both. */
    public WindingLattice with(WindingLattice other) {
        WindingLattice sum = this;
        for (LatticeVector row : other.hermiteRows()) {
            sum = sum.with(row);
        }
        return sum;
    }

    public boolean contains(LatticeVector vector) {
        long[] rest = {vector.u(), vector.v(), vector.w()};
        for (int p = 0; p < 3; p++) {
            if (rest[p] != 0) {
                if (rows[p][p] == 0 || rest[p] % rows[p][p] != 0) {
                    return false;
                }
                subtract(rest, rest[p] / rows[p][p], rows[p]);
            }
        }
        return true;
    }

    private static void normalise(long[][] rows) {
        for (int p = 0; p < 3; p++) {
            if (rows[p][p] < 0) {
                subtract(rows[p], 2, rows[p].clone());
            }
        }
        for (int r = 0; r < 2; r++) {
            for (int p = r + 1; p < 3; p++) {
                if (rows[p][p] > 0) {
                    subtract(rows[r], Math.floorDiv(rows[r][p], rows[p][p]), rows[p]);
                }
            }
        }
    }

    private static void subtract(long[] from, long factor, long[] row) {
        for (int k = 0; k < 3; k++) {
            from[k] -= factor * row[k];
        }
    }

    /** Independent directions, 0 to 3. */
    public int rank() {
        int rank = 0;
        for (int p = 0; p < 3; p++) {
            rank += rows[p][p] != 0 ? 1 : 0;
        }
        return rank;
    }

    /** Whether some winding has a component along lattice vector {@code axis}. */
    public boolean reaches(int axis) {
        return Arrays.stream(rows).anyMatch(row -> row[axis] != 0);
    }

    /** Whether a multiple of lattice vector {@code axis} itself is a winding. */
    public boolean holdsAxis(int axis) {
        return with(new LatticeVector(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0))
                        .rank()
                == rank();
    }

    /**
     * How many times sparser the windings are than all lattice vectors of the space they span: the greatest common
     * divisor of the basis' r x r minors, |det| for rank 3, 1 for rank 0. A helix that closes after three cells has 3;
     * each of two interpenetrating networks that map onto one another by a lattice translation has 2.
     */
    public long index() {
        List<LatticeVector> basis = hermiteRows();
        return switch (basis.size()) {
            case 0 -> 1;
            case 1 -> gcd(basis.get(0).u(), basis.get(0).v(), basis.get(0).w());
            case 2 -> crossGcd(basis.get(0), basis.get(1));
            default -> rows[0][0] * rows[1][1] * rows[2][2];
        };
    }

    private static long crossGcd(LatticeVector x, LatticeVector y) {
        return gcd(
                (long) x.v() * y.w() - (long) x.w() * y.v(),
                (long) x.w() * y.u() - (long) x.u() * y.w(),
                (long) x.u() * y.v() - (long) x.v() * y.u());
    }

    private static long gcd(long... numbers) {
        long gcd = 0;
        for (long number : numbers) {
            long x = Math.abs(number);
            while (x != 0) {
                long rest = gcd % x;
                gcd = x;
                x = rest;
            }
        }
        return gcd;
    }

    /** A basis of short vectors, shortest first, each with its first non-zero component positive. */
    public List<LatticeVector> basis() {
        List<LatticeVector> basis = new ArrayList<>(hermiteRows());
        while (shorten(basis)) {
            // every pass makes one vector shorter, so this ends
        }
        basis.replaceAll(LatticeVector::positive);
        basis.sort(SHORT_FIRST);
        return List.copyOf(basis);
    }

    /** The directions [uvw] of the {@link #basis()}: each vector divided by its components' common divisor. */
    public List<LatticeVector> directions() {
        return basis().stream().map(LatticeVector::primitive).toList();
    }

    private static boolean shorten(List<LatticeVector> basis) {
        for (int i = 0; i < basis.size(); i++) {
            LatticeVector x = basis.get(i);
            for (LatticeVector step : combinations(basis, i)) {
                long factor = Math.round((double) x.dot(step) / step.dot(step));
                LatticeVector shorter = x.minus(factor, step);
                if (shorter.dot(shorter) < x.dot(x)) {
                    basis.set(i, shorter);
                    return true;
                }
            }
        }
        return false;
    }

    /** The other vectors of the basis, and where there are two of them, their sum and difference. */
    private static List<LatticeVector> combinations(List<LatticeVector> basis, int without) {
        List<LatticeVector> others = new ArrayList<>(basis);
        others.remove(without);
        if (others.size() == 2) {
            others.add(others.get(0).minus(1, others.get(1)));
            others.add(others.get(0).minus(-1, others.get(1)));
        }
        return others;
    }

    private List<LatticeVector> hermiteRows() {
        return Arrays.stream(rows)
                .filter(row -> row[0] != 0 || row[1] != 0 || row[2] != 0)
                .map(row ->
                        new LatticeVector(Math.toIntExact(row[0]), Math.toIntExact(row[1]), Math.toIntExact(row[2])))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindingLattice lattice && Arrays.deepEquals(rows, lattice.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rows);
    }

    @Override
    public String toString() {
        return "lattice of " + basis();
    }
}
