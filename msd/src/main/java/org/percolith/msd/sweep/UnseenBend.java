package org.percolith.msd.sweep;

import java.util.List;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What a bend of the Arrhenius line, too small to be seen in the sweep, does to a value beyond it: ln D = line + b (x − x̄)²,
 * x = 1/(kB T), b normal with mean 0. Prior: the slope changes by 3 % of Ea (standard deviation) over the width of the sweep,
 * an assumption: no set of real sweeps stands behind the 3 %, and it was chosen small enough that two points with 10 % errors
 * widen by about a sixth. The data narrow it by their information on b beside a free line. So the widened interval stands
 * beside that of the straight line, whose coverage is measured, and does not replace it.
 */
final class UnseenBend {

    /** Change of Ea over the width of the sweep, relative. */
    private static final double PRIOR_CHANGE = 0.03;

    private UnseenBend() {}

    /** Standard deviation of ln D at a temperature by the bend; 0 for the line itself. */
    static double lnStd(double temperatureK, List<LogPoint> points, ArrheniusFit fit) {
        double[] x =
                points.stream().mapToDouble(LogPoint::inverseTemperaturePerEv).toArray();
        double coldest = points.stream()
                .mapToDouble(LogPoint::inverseTemperaturePerEv)
                .max()
                .orElseThrow();
        double hottest = points.stream()
                .mapToDouble(LogPoint::inverseTemperaturePerEv)
                .min()
                .orElseThrow();
        double middle = (coldest + hottest) / 2;
        double[] square = new double[x.length];
        double[] ones = new double[x.length];
        double[] variances = new double[x.length];
        boolean weighted = points.stream().allMatch(p -> p.variance() > 0);
        double scatter = fit.degreesOfFreedom() > 0 ? fit.chiSquared() / fit.degreesOfFreedom() : 0;
        for (int k = 0; k < x.length; k++) {
            square[k] = (x[k] - middle) * (x[k] - middle);
            ones[k] = 1;
            variances[k] = weighted ? points.get(k).variance() : 1;
        }
        WeightedLeastSquares taken = WeightedLeastSquares.fit(new double[][] {ones, x}, square, variances);
        double information = weighted ? taken.chiSquared() : scatter > 0 ? taken.chiSquared() / scatter : 0;
        double prior = PRIOR_CHANGE * fit.activationEnergyEv() / (2 * (coldest - hottest));
        double at = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        double left = (at - middle) * (at - middle) - taken.parameter(0) - taken.parameter(1) * at;
        return prior == 0 ? 0 : Math.abs(left) / Math.sqrt(1 / (prior * prior) + information);
    }
}
