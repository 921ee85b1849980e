package org.percolith.msd;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Which cages the displacement excludes. A cage whose plateau is reached with relaxation time τ rises as
 *
 * <p>MSD(ℓ) = c + β τ (1 - exp(-ℓ/τ)),
 *
 * <p>a line for τ → ∞. Each τ is fitted to the lags of the line in its full covariance, widened by φ; those whose χ² exceeds
 * the least by no more than 2.71 are not excluded (95 %, one side). The covariance is that of free ions, whose displacement
 * scatters more at long lags than that of caged ones, so that fewer cages are excluded than could be.
 *
 * @param plateauLower95A2 smallest plateau, mean squared displacement of an ion that has forgotten where in its cage it
 *     was, that the run does not exclude, Å²
 * @param favour χ² of the line less that of the best cage: above {@link #DECISIVE}, the displacement levels off
 */
public record CageExclusion(double plateauLower95A2, double favour) {

    /** χ² by which a bend has to beat the line, three standard deviations. */
    public static final double DECISIVE = 9;

    private static final double ONE_SIDED_95 = 2.71;

    /** Mean squared distance of two random points in a sphere, in units of its radius squared: twice 3/5. */
    private static final double PER_RADIUS_SQUARED = 1.2;

    /** In units of the last lag: 0.1 to 100. */
    private static final List<Double> RELAXATIONS = DoubleStream.iterate(0.1, tau -> tau <= 100, tau -> 1.15 * tau)
            .boxed()
            .toList();

    /** Compares the line with cages of all relaxation times from a tenth to a hundred times the last lag. */
    static CageExclusion of(MsdLine line, MeanSquaredDisplacement msd, DisplacementCovariance full, double phi) {
        int[] lags = line.lags();
        double[] totals = msd.totalsA2(lags);
        DMatrixRMaj covariance = full.between(lags);
        double straight = line.over(lags, msd, full).chiSquared();
        List<WeightedLine> cages = RELAXATIONS.stream()
                .map(tau -> cage(tau * line.endLag(), lags, totals, covariance))
                .toList();
        double best = cages.stream().mapToDouble(WeightedLine::chiSquared).min().orElse(straight);
        double plateau = Double.POSITIVE_INFINITY;
        for (int k = 0; k < cages.size(); k++) {
            WeightedLine cage = cages.get(k);
            if (cage.slope() > 0 && cage.chiSquared() - Math.min(best, straight) <= ONE_SIDED_95 * phi) {
                double rise = cage.slope() * RELAXATIONS.get(k) * line.endLag();
                plateau = Math.min(plateau, Math.max(0, cage.intercept()) + rise);
            }
        }
        return new CageExclusion(plateau, (straight - best) / phi);
    }

    private static WeightedLine cage(double relaxation, int[] lags, double[] totals, DMatrixRMaj covariance) {
        double[] rise = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            rise[k] = -relaxation * Math.expm1(-lags[k] / relaxation);
        }
        return GeneralisedLeastSquares.line(covariance, rise, totals);
    }

    /** Diameter of the sphere in which ions would have that plateau, Å. */
    public double diameterLower95A() {
        return 2 * Math.sqrt(plateauLower95A2 / PER_RADIUS_SQUARED);
    }

    /** Whether the displacement levels off rather than rises as a line. */
    public boolean levelsOff() {
        return favour > DECISIVE;
    }
}
