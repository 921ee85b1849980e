package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * A measured point on the Arrhenius plot.
 *
 * @param point where it comes from
 * @param inverseTemperaturePerEv 1/(kB T), 1/eV
 * @param lnDiffusivity ln(D/(cm²/s))
 * @param variance of ln D; 0 where the source gives no error
 */
record LogPoint(SweepPoint point, double inverseTemperaturePerEv, double lnDiffusivity, double variance) {

    /**
     * The logarithm of a χ²_ν-distributed D is biased: y = ln D̂ − [ψ(ν/2) − ln(ν/2)], with variance ψ′(ν/2). A published
     * value without ν is taken as it stands, with its relative error.
     */
    static LogPoint of(SweepPoint point, Estimate.Measured diffusivity) {
        double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * point.temperatureK());
        double y = Math.log(diffusivity.value());
        double relative = diffusivity.relativeStd();
        if (point.degreesOfFreedom().isEmpty()) {
            return new LogPoint(point, x, y, relative * relative);
        }
        double half = 0.5 * point.degreesOfFreedom().getAsDouble();
        return new LogPoint(point, x, y - (Gamma.digamma(half) - Math.log(half)), Gamma.trigamma(half));
    }

    /** The points with a measured, positive D. */
    static List<LogPoint> measured(List<SweepPoint> points) {
        List<LogPoint> measured = new ArrayList<>();
        for (SweepPoint point : points) {
            if (point.diffusivityCm2PerS() instanceof Estimate.Measured d && d.value() > 0) {
                measured.add(of(point, d));
            }
        }
        return measured;
    }

    /** The same point with another quantity on the ordinate, ln D + {@code shift}. */
    LogPoint shifted(double shift) {
        return new LogPoint(point, inverseTemperaturePerEv, lnDiffusivity + shift, variance);
    }

    /** The same point with {@code between} added to its variance. */
    LogPoint widened(double between) {
        return new LogPoint(point, inverseTemperaturePerEv, lnDiffusivity, variance + between);
    }
}
