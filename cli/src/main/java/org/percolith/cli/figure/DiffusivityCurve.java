package org.percolith.cli.figure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * A fitted D(T) with its 95 % band, sampled from the highest temperature to the lowest. All four arrays have one length.
 *
 * @param temperatureK descending, K
 * @param diffusivityCm2PerS D, cm²/s; {@code lower95} and {@code upper95} likewise
 */
public record DiffusivityCurve(double[] temperatureK, double[] diffusivityCm2PerS, double[] lower95, double[] upper95) {

    private static final int SAMPLES = 80;

    public DiffusivityCurve {
        int length = temperatureK.length;
        if (diffusivityCm2PerS.length != length || lower95.length != length || upper95.length != length) {
            throw new IllegalArgumentException("the arrays of a diffusivity curve differ in length");
        }
    }

    /**
     * ln D = b · x with b = (ln D₀, Ea) and x = (1, −1/(k_B T)); the band is ± quantile · √(xᵀ P x), log-normal in D.
     *
     * @param lnPrefactor ln of D₀ in cm²/s
     * @param covariance P of (ln D₀, Ea): {@code {{Var ln D₀, Cov}, {Cov, Var Ea}}}, in 1, eV and eV²
     * @param quantile95 1.96, or the 97.5 % point of Student's t where the scatter had to be estimated
     */
    public static DiffusivityCurve arrhenius(
            double lnPrefactor,
            double activationEnergyEv,
            double[][] covariance,
            double quantile95,
            double coldestK,
            double hottestK) {
        double step = (1 / coldestK - 1 / hottestK) / SAMPLES;
        double[] temperature = IntStream.rangeClosed(0, SAMPLES)
                .mapToDouble(k -> 1 / (1 / hottestK + k * step))
                .toArray();
        double[] value = new double[temperature.length];
        double[] lower = new double[temperature.length];
        double[] upper = new double[temperature.length];
        for (int k = 0; k < temperature.length; k++) {
            double x = -1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperature[k]);
            double variance = covariance[0][0] + x * (covariance[0][1] + covariance[1][0]) + x * x * covariance[1][1];
            double logD = lnPrefactor + x * activationEnergyEv;
            // Rounding may leave a variance just below zero where the line is pinned.
            double halfWidth = quantile95 * Math.sqrt(Math.max(variance, 0));
            value[k] = Math.exp(logD);
            lower[k] = Math.exp(logD - halfWidth);
            upper[k] = Math.exp(logD + halfWidth);
        }
        return new DiffusivityCurve(temperature, value, lower, upper);
    }

    /** The samples at or above a temperature. */
    DiffusivityCurve above(double borderK) {
        return part(0, countAbove(borderK));
    }

    /** The samples below a temperature, and the last one above, so that both parts meet. */
    DiffusivityCurve below(double borderK) {
        return part(Math.max(0, countAbove(borderK) - 1), temperatureK.length);
    }

    private int countAbove(double borderK) {
        return (int) Arrays.stream(temperatureK).filter(t -> t >= borderK).count();
    }

    private DiffusivityCurve part(int from, int to) {
        return new DiffusivityCurve(
                Arrays.copyOfRange(temperatureK, from, to),
                Arrays.copyOfRange(diffusivityCm2PerS, from, to),
                Arrays.copyOfRange(lower95, from, to),
                Arrays.copyOfRange(upper95, from, to));
    }
}
