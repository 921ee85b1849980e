package org.percolith.msd.sweep;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * ln D = ln D₀ − Ea/(kB T), weighted by the variances of ln D, with the full covariance of slope and intercept.
 *
 * <p>If the scatter is larger than the errors explain (χ² beyond its 95 % point), the covariance is scaled by χ²/dof and
 * intervals use Student's t; so too where the points carry no errors.
 *
 * @param lnPrefactor ln(D₀/(cm²/s))
 * @param activationEnergyEv Ea, eV
 * @param lnPrefactorVariance variance of ln D₀
 * @param activationEnergyVariance variance of Ea, eV²
 * @param covariance of ln D₀ and Ea, eV
 * @param chiSquared weighted sum of squared residuals
 * @param degreesOfFreedom points − 2
 * @param quantile95 half width of a 95 % interval in standard deviations
 */
public record ArrheniusFit(
        double lnPrefactor,
        double activationEnergyEv,
        double lnPrefactorVariance,
        double activationEnergyVariance,
        double covariance,
        double chiSquared,
        int degreesOfFreedom,
        double quantile95) {

    private static final double SCATTER_LEVEL = 0.05;
    private static final int MAX_ITERATIONS = 50;
    private static final double TOLERANCE_EV = 1e-12;

    /**
     * The line through at least two points of different temperature. Points whose law is known weigh as that law has it at
     * the line, so the fit is repeated until it rests.
     */
    static ArrheniusFit of(List<LogPoint> points) {
        boolean weighted = points.stream().allMatch(p -> p.variance() > 0);
        WeightedLeastSquares fit = solve(points, weighted);
        for (int k = 0; k < MAX_ITERATIONS; k++) {
            WeightedLeastSquares last = fit;
            fit = solve(
                    points.stream()
                            .map(p -> p.seenFrom(last.parameter(0) - p.inverseTemperaturePerEv() * last.parameter(1)))
                            .toList(),
                    weighted);
            if (Math.abs(fit.parameter(1) - last.parameter(1)) < TOLERANCE_EV) {
                break;
            }
        }
        int dof = points.size() - 2;
        double scale = 1;
        double quantile = new NormalDistribution().inverseCumulativeProbability(0.975);
        if (dof > 0 && (!weighted || excessive(fit.chiSquared(), dof))) {
            scale = fit.chiSquared() / dof;
            quantile = new TDistribution(dof).inverseCumulativeProbability(0.975);
        }
        return new ArrheniusFit(
                fit.parameter(0),
                fit.parameter(1),
                fit.covariance(0, 0) * scale,
                fit.covariance(1, 1) * scale,
                fit.covariance(0, 1) * scale,
                fit.chiSquared(),
                dof,
                quantile);
    }

    private static WeightedLeastSquares solve(List<LogPoint> points, boolean weighted) {
        double[] x =
                points.stream().mapToDouble(p -> -p.inverseTemperaturePerEv()).toArray();
        double[] y = points.stream().mapToDouble(LogPoint::lnDiffusivity).toArray();
        double[] ones = points.stream().mapToDouble(p -> 1).toArray();
        double[] variances =
                points.stream().mapToDouble(p -> weighted ? p.variance() : 1).toArray();
        return WeightedLeastSquares.fit(new double[][] {ones, x}, y, variances);
    }

    /** The line through points with errors, its covariance that of the errors alone. */
    static ArrheniusFit ofErrors(List<LogPoint> points) {
        ArrheniusFit fit = of(points);
        double scale = excessive(fit.chiSquared, Math.max(1, fit.degreesOfFreedom))
                ? Math.max(1, fit.degreesOfFreedom) / fit.chiSquared
                : 1;
        return new ArrheniusFit(
                fit.lnPrefactor,
                fit.activationEnergyEv,
                fit.lnPrefactorVariance * scale,
                fit.activationEnergyVariance * scale,
                fit.covariance * scale,
                fit.chiSquared,
                fit.degreesOfFreedom,
                fit.quantile95);
    }

    /** Covariance of ln D at two inverse temperatures 1/(kB T), 1/eV. */
    double covarianceOfLn(double oneInversePerEv, double otherInversePerEv) {
        return lnPrefactorVariance
                - (oneInversePerEv + otherInversePerEv) * covariance
                + oneInversePerEv * otherInversePerEv * activationEnergyVariance;
    }

    /** ln D at an inverse temperature 1/(kB T), 1/eV. */
    double lnAt(double inversePerEv) {
        return lnPrefactor - inversePerEv * activationEnergyEv;
    }

    private static boolean excessive(double chiSquared, int dof) {
        return 1 - new ChiSquaredDistribution(dof).cumulativeProbability(chiSquared) < SCATTER_LEVEL;
    }

    /** Ea with its interval, eV. */
    public Estimate.Measured activationEnergy() {
        double std = Math.sqrt(activationEnergyVariance);
        return new Estimate.Measured(
                activationEnergyEv, std, activationEnergyEv - quantile95 * std, activationEnergyEv + quantile95 * std);
    }

    /** D₀, cm²/s. */
    public LogNormal prefactorCm2PerS() {
        return new LogNormal(lnPrefactor, Math.sqrt(lnPrefactorVariance), quantile95);
    }

    /** D at a temperature, cm²/s, with the covariance of slope and intercept. */
    public LogNormal diffusivityCm2PerS(double temperatureK) {
        double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        double variance = covarianceOfLn(x, x);
        return new LogNormal(lnPrefactor - x * activationEnergyEv, Math.sqrt(Math.max(0, variance)), quantile95);
    }

    /** Correlation of ln D₀ and Ea. */
    public double correlation() {
        return covariance / Math.sqrt(lnPrefactorVariance * activationEnergyVariance);
    }
}
