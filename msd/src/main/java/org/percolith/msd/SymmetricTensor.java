package org.percolith.msd;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** A symmetric second-rank tensor in Cartesian axes, such as ⟨Δr Δrᵀ⟩ in Å² or a diffusivity in cm²/s. */
public record SymmetricTensor(double xx, double yy, double zz, double xy, double xz, double yz) {

    /** Index pairs (α, β) in storage order xx, yy, zz, xy, xz, yz. */
    static final int[][] PAIRS = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};

    static final SymmetricTensor ZERO = new SymmetricTensor(0, 0, 0, 0, 0, 0);

    public double trace() {
        return xx + yy + zz;
    }

    /** tr(M²) = Σ M_αβ². */
    public double traceOfSquare() {
        return contraction(this);
    }

    /** Σ M_αβ N_αβ. */
    double contraction(SymmetricTensor other) {
        return xx * other.xx + yy * other.yy + zz * other.zz + 2 * (xy * other.xy + xz * other.xz + yz * other.yz);
    }

    public SymmetricTensor scaled(double factor) {
        return new SymmetricTensor(xx * factor, yy * factor, zz * factor, xy * factor, xz * factor, yz * factor);
    }

    /** This tensor plus {@code factor} times another. */
    public SymmetricTensor plus(SymmetricTensor other, double factor) {
        return new SymmetricTensor(
                xx + factor * other.xx,
                yy + factor * other.yy,
                zz + factor * other.zz,
                xy + factor * other.xy,
                xz + factor * other.xz,
                yz + factor * other.yz);
    }

    /** uᵀ M v. */
    public double between(Direction u, Direction v) {
        return u.x() * (xx * v.x() + xy * v.y() + xz * v.z())
                + u.y() * (xy * v.x() + yy * v.y() + yz * v.z())
                + u.z() * (xz * v.x() + yz * v.y() + zz * v.z());
    }

    /** Component (row, column), each 0 to 2. */
    public double component(int row, int column) {
        if (row == column) {
            return row == 0 ? xx : row == 1 ? yy : zz;
        }
        return row + column == 1 ? xy : row + column == 2 ? xz : yz;
    }

    /** Eigenvalues in falling order with their unit eigenvectors. */
    public Eigensystem eigensystem() {
        DMatrixRMaj matrix = new DMatrixRMaj(3, 3, true, xx, xy, xz, xy, yy, yz, xz, yz, zz);
        EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(3, true, true);
        if (!solver.decompose(matrix)) {
            throw new ArithmeticException("no eigenvalues of " + this);
        }
        int[] order = {0, 1, 2};
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < 2 - pass; k++) {
                if (solver.getEigenvalue(order[k]).real < solver.getEigenvalue(order[k + 1]).real) {
                    int swap = order[k];
                    order[k] = order[k + 1];
                    order[k + 1] = swap;
                }
            }
        }
        return new Eigensystem(axis(solver, order[0]), axis(solver, order[1]), axis(solver, order[2]));
    }

    private static Eigenpair axis(EigenDecomposition_F64<DMatrixRMaj> solver, int index) {
        DMatrixRMaj vector = solver.getEigenVector(index);
        Direction direction = Direction.of(vector.get(0), vector.get(1), vector.get(2));
        return new Eigenpair(solver.getEigenvalue(index).real, direction);
    }

    /** One eigenvalue with its unit eigenvector. */
    public record Eigenpair(double value, Direction direction) {}

    /** The three eigenpairs, largest eigenvalue first. */
    public record Eigensystem(Eigenpair first, Eigenpair second, Eigenpair third) {
        public Eigenpair get(int rank) {
            return rank == 0 ? first : rank == 1 ? second : third;
        }
    }
}
