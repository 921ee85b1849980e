package org.percolith.msd;

import org.ejml.data.DMatrixRMaj;

/**
 * Covariance of the mean squared displacement between lags, with all that the tracks show:
 *
 * <p>Σ_ij = (3/N) (F s² C0(i,j) + R(i,j)) + κ G_ij/N.
 *
 * <p>F = 3⟨tr D_i²⟩/(tr D)² for unequal axes and ions, R what vibration and memory add ({@link DisplacementMemory}), κ
 * the fourth cumulant per frame of discrete hops.
 *
 * @param stepVarianceA2 s, Å² per frame
 * @param unevenness F
 * @param excessPerFrameA4 κ, Å⁴
 */
record DisplacementCovariance(
        RunShape shape, double stepVarianceA2, double unevenness, DisplacementMemory memory, double excessPerFrameA4) {

    /** Σ of a fitted line, with the memory that the displacement shows before it. */
    static DisplacementCovariance of(
            MsdLine line, MeanSquaredDisplacement msd, double anisotropy, IonUnevenness ions, double excess) {
        double trace = line.tensorSlope(msd).trace();
        double unequalIons = trace > 0 ? RunShape.DIMENSIONS * ions.tensor() / (trace * trace) : 0;
        return new DisplacementCovariance(
                line.covariance().shape(),
                line.stepVarianceA2(),
                anisotropy + unequalIons,
                DisplacementMemory.before(line, msd),
                excess);
    }

    /** The Gaussian part alone. */
    DisplacementCovariance withoutHops() {
        return new DisplacementCovariance(shape, stepVarianceA2, unevenness, memory, 0);
    }

    /** Vibration and memory alone. */
    DisplacementCovariance withoutSteps() {
        return new DisplacementCovariance(shape, 0, unevenness, memory, 0);
    }

    /** Σ between the given lags, Å⁴. */
    DMatrixRMaj between(int[] lags) {
        int size = lags.length;
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int n : shape.intervals()) {
            for (int row = 0; row < size; row++) {
                for (int column = 0; column <= row; column++) {
                    matrix.data[row * size + column] +=
                            share(lags[row], n) * share(lags[column], n) * ofPiece(lags[row], lags[column], n);
                }
            }
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                matrix.data[column * size + row] = matrix.data[row * size + column];
            }
        }
        return matrix;
    }

    private double share(int lag, int n) {
        return (double) Math.max(0, n - lag + 1) / shape.windows(lag);
    }

    private double ofPiece(int i, int j, int n) {
        if (Math.max(i, j) > n) {
            return 0;
        }
        double s = stepVarianceA2;
        double gaussian = unevenness * s * s * ExactCovariance.c0(i, j, n) + memory.covariance(i, j, n, s);
        double shot = excessPerFrameA4 == 0 ? 0 : excessPerFrameA4 * ExactCovariance.g(i, j, n);
        return (RunShape.DIMENSIONS * gaussian + shot) / shape.ions();
    }
}
