package org.percolith.msd.sweep;

import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * A run of which only D &lt; u is known, with 95 % probability, as a censored point of the line.
 *
 * <p>Its likelihood is exp(−ln 20 (D/u)⁴): flat well below the bound and 1/20 at it. That of a run without any hop would
 * fall as exp(−ln 20 D/u), but a bound also stands for a few hops, and then pulling D to zero would bend the line.
 *
 * @param point where it comes from
 * @param inverseTemperaturePerEv 1/(kB T), 1/eV
 * @param upper95Cm2PerS u, cm²/s
 */
record BoundedPoint(SweepPoint point, double inverseTemperaturePerEv, double upper95Cm2PerS) {

    private static final double LN_20 = Math.log(20);

    static BoundedPoint of(SweepPoint point, Estimate.UpperBound bound) {
        double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * point.temperatureK());
        return new BoundedPoint(point, x, bound.upper95());
    }

    /** ln of the likelihood of ln D₀ and Ea. */
    double logLikelihood(double lnPrefactor, double activationEnergyEv) {
        double lnDiffusivity = lnPrefactor - activationEnergyEv * inverseTemperaturePerEv;
        return -LN_20 * Math.exp(4 * (lnDiffusivity - Math.log(upper95Cm2PerS)));
    }
}
