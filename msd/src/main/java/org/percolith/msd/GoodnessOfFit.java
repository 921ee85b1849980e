package org.percolith.msd;

import java.util.function.Function;

/**
 * φ = χ²/dof of the diffusive line, divided by the anisotropy factor A. Ions that move together in groups of q make
 * it q; motion that is not diffusive makes it larger still.
 *
 * <p>χ² is pooled over interleaved lag grids of ratio 1.1. Contrasts between lags closer than that carry only the noise
 * of vibration, which is not white in a crystal: with a finer grid they dilute φ, with one coarse grid it is noisy.
 */
final class GoodnessOfFit {

    private static final double RATIO = 1.1;
    private static final int GRIDS = 4;
    private static final int FEWEST_LAGS = 3;

    private GoodnessOfFit() {}

    /** φ of a fitted line for white vibration, without regard to hops; 1 if its window holds fewer than three such lags. */
    static double chiSquaredPerDof(MsdLine fit, MeanSquaredDisplacement msd, double anisotropy) {
        return chiSquaredPerDof(fit, lags -> fit.over(lags, msd, anisotropy));
    }

    /** φ of a fitted line in a given covariance: few hops scatter the longest lags as concerted motion does. */
    static double chiSquaredPerDof(MsdLine fit, MeanSquaredDisplacement msd, DisplacementCovariance covariance) {
        return chiSquaredPerDof(fit, lags -> fit.over(lags, msd, covariance));
    }

    private static double chiSquaredPerDof(MsdLine fit, Function<int[], WeightedLine> lineOver) {
        double chiSquared = 0;
        int degreesOfFreedom = 0;
        for (int grid = 0; grid < GRIDS; grid++) {
            double first = fit.startLag() * Math.pow(RATIO, (double) grid / GRIDS);
            int[] lags = LagGrid.geometric(first, fit.endLag(), RATIO);
            if (lags.length >= FEWEST_LAGS) {
                WeightedLine line = lineOver.apply(lags);
                chiSquared += line.chiSquared();
                degreesOfFreedom += line.degreesOfFreedom();
            }
        }
        return degreesOfFreedom == 0 ? 1 : chiSquared / degreesOfFreedom;
    }

    /** Degrees of freedom of one such grid, for a p-value. */
    static int degreesOfFreedom(int startLag, int endLag) {
        return Math.max(1, LagGrid.geometric(startLag, endLag, RATIO).length - 2);
    }
}
