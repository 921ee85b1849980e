package org.percolith.msd.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.percolith.msd.SamplingLaw;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * A point on the Arrhenius plot.
 *
 * @param point where it comes from
 * @param inverseTemperaturePerEv 1/(kB T), 1/eV
 * @param lnDiffusivity ln(D/(cm²/s))
 * @param variance of ln D; 0 where the source gives no error, infinite where only few hops were counted
 * @param betweenVariance the part of it that runs of one temperature differ by beyond their own errors
 * @param law how D itself scatters, where that is known
 */
record LogPoint(
        SweepPoint point,
        double inverseTemperaturePerEv,
        double lnDiffusivity,
        double variance,
        double betweenVariance,
        Optional<SamplingLaw> law) {

    /**
     * The logarithm of a χ²_ν-distributed D is biased: y = ln D̂ − [ψ(ν/2) − ln(ν/2)], with variance ψ′(ν/2). A published
     * value without ν is taken as it stands, with its relative error.
     */
    static LogPoint of(SweepPoint point, Estimate.Measured diffusivity) {
        double y = Math.log(diffusivity.value());
        double relative = diffusivity.relativeStd();
        if (point.degreesOfFreedom().isEmpty()) {
            return new LogPoint(point, inverse(point), y, relative * relative, 0, point.law());
        }
        double half = 0.5 * point.degreesOfFreedom().getAsDouble();
        double bias = Gamma.digamma(half) - Math.log(half);
        return new LogPoint(point, inverse(point), y - bias, Gamma.trigamma(half), 0, point.law());
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

    /** A run whose few hops only bound D, but whose law is known. */
    static LogPoint counted(SweepPoint point, Estimate.UpperBound bound) {
        double y = Math.log(bound.upper95());
        return new LogPoint(point, inverse(point), y, Double.POSITIVE_INFINITY, 0, point.law());
    }

    private static double inverse(SweepPoint point) {
        return 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * point.temperatureK());
    }

    /** The same point with another quantity on the ordinate, ln D + {@code shift}. */
    LogPoint shifted(double shift) {
        return new LogPoint(
                point,
                inverseTemperaturePerEv,
                lnDiffusivity + shift,
                variance,
                betweenVariance,
                law.map(l -> l.scaled(Math.exp(shift))));
    }

    /** The same point with {@code between} added to its variance. */
    LogPoint widened(double between) {
        return new LogPoint(
                point, inverseTemperaturePerEv, lnDiffusivity, variance + between, betweenVariance + between, law);
    }

    /**
     * The point as a line through {@code ln} at this temperature sees it: y = ln D + (D̂ − D)/D with the variance that D̂
     * has at that D (Fisher scoring; Nelder and Wedderburn, J. R. Stat. Soc. A 135, 370 (1972)). A run that is low by
     * chance then gets no less weight than one that is high.
     */
    LogPoint seenFrom(double ln) {
        if (law.isEmpty()) {
            return this;
        }
        double d = Math.exp(ln);
        double y = ln + law.get().estimate() / d - 1;
        double own = law.get().varianceAt(d) / (d * d);
        return new LogPoint(point, inverseTemperaturePerEv, y, own + betweenVariance, betweenVariance, law);
    }

    /** ln of the likelihood of ln D at this temperature. */
    double logLikelihood(double ln) {
        if (law.isEmpty()) {
            double residual = lnDiffusivity - ln;
            return -0.5 * residual * residual / variance;
        }
        double d = Math.exp(ln);
        double own = law.get().varianceAt(d) / (d * d);
        return law.get().logLikelihood(d) * own / (own + betweenVariance);
    }
}
