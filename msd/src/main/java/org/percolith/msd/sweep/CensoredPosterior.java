package org.percolith.msd.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The posterior of (ln D₀, Ea) where some points only bound D: the likelihoods of all points, summed on a fixed grid in
 * the principal axes of the covariance of the line; nothing is sampled.
 */
final class CensoredPosterior {

    private static final double HALF_WIDTH = 8;
    private static final int STEPS = 161;
    private static final double NORMAL_95 = 1.959963984540054;

    private final double[] lnPrefactors = new double[STEPS * STEPS];
    private final double[] energiesEv = new double[STEPS * STEPS];
    private final double[] weights = new double[STEPS * STEPS];

    private CensoredPosterior() {}

    /**
     * The posterior of a line through measured and counted {@code points}, with {@code bounds} of unknown law on top.
     *
     * @param line through the points; its scale and quantile say how their scatter was judged
     */
    static CensoredPosterior of(ArrheniusFit line, List<LogPoint> points, List<BoundedPoint> bounds) {
        CensoredPosterior posterior = new CensoredPosterior();
        double stdEnergy = Math.sqrt(line.activationEnergyVariance());
        double slope = line.covariance() / line.activationEnergyVariance();
        double across = Math.sqrt(Math.max(0, line.lnPrefactorVariance() - slope * line.covariance()));
        // A Student law, and few hops, reach further out than eight standard deviations.
        double reach = HALF_WIDTH * line.quantile95() / NORMAL_95;
        for (int k = 0; k < STEPS * STEPS; k++) {
            int row = k / STEPS;
            int column = k % STEPS;
            double u = reach * (2.0 * row / (STEPS - 1) - 1);
            double v = reach * (2.0 * column / (STEPS - 1) - 1);
            double energy = line.activationEnergyEv() + u * stdEnergy;
            double prefactor = line.lnPrefactor() + slope * u * stdEnergy + v * across;
            posterior.energiesEv[k] = energy;
            posterior.lnPrefactors[k] = prefactor;
            posterior.weights[k] = points.stream()
                    .mapToDouble(p -> p.logLikelihood(prefactor - energy * p.inverseTemperaturePerEv()))
                    .sum();
        }
        posterior.scatter(line);
        for (int k = 0; k < STEPS * STEPS; k++) {
            for (BoundedPoint bound : bounds) {
                posterior.weights[k] += bound.logLikelihood(posterior.lnPrefactors[k], posterior.energiesEv[k]);
            }
        }
        posterior.normalise();
        return posterior;
    }

    /** Where the points scatter beyond their errors: the likelihood tempered by χ²/dof, with the tails of Student's t. */
    private void scatter(ArrheniusFit line) {
        if (line.quantile95() <= NORMAL_95 * (1 + 1e-9)) {
            return;
        }
        double largest = Arrays.stream(weights).max().orElse(0);
        int dof = line.degreesOfFreedom();
        double scale = line.chiSquared() / dof;
        for (int k = 0; k < weights.length; k++) {
            double square = 2 * (largest - weights[k]) / scale;
            weights[k] = -0.5 * (dof + 2) * Math.log1p(square / dof);
        }
    }

    private void normalise() {
        double largest = Arrays.stream(weights).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.exp(weights[k] - largest);
            sum += weights[k];
        }
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= sum;
        }
    }

    /** The line with the mean and covariance of the posterior; χ² stays that of the measured points. */
    ArrheniusFit line(ArrheniusFit measured) {
        double prefactor = mean((a, e) -> a);
        double energy = mean((a, e) -> e);
        return new ArrheniusFit(
                prefactor,
                energy,
                mean((a, e) -> (a - prefactor) * (a - prefactor)),
                mean((a, e) -> (e - energy) * (e - energy)),
                mean((a, e) -> (a - prefactor) * (e - energy)),
                measured.chiSquared(),
                measured.degreesOfFreedom(),
                measured.quantile95());
    }

    /** Ea by its median and quantiles, eV. */
    Estimate.Measured activationEnergy() {
        return quantiles((a, e) -> e);
    }

    /** D at a temperature by its median and quantiles, cm²/s. */
    Estimate.Measured diffusivityCm2PerS(double temperatureK) {
        double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        return exponential(quantiles((a, e) -> a - e * x));
    }

    /** D₀, cm²/s. */
    Estimate.Measured prefactorCm2PerS() {
        return exponential(quantiles((a, e) -> a));
    }

    private static Estimate.Measured exponential(Estimate.Measured ln) {
        double median = Math.exp(ln.value());
        return new Estimate.Measured(median, median * ln.std(), Math.exp(ln.lower95()), Math.exp(ln.upper95()));
    }

    private double mean(DoubleBinaryOperator quantity) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * quantity.applyAsDouble(lnPrefactors[k], energiesEv[k]);
        }
        return sum;
    }

    private Estimate.Measured quantiles(DoubleBinaryOperator quantity) {
        double[] values = new double[weights.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = quantity.applyAsDouble(lnPrefactors[k], energiesEv[k]);
        }
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double mean = mean(quantity);
        double variance = 0;
        double[] levels = {0.025, 0.5, 0.975};
        double[] found = new double[3];
        double below = 0;
        int level = 0;
        for (int k : order) {
            variance += weights[k] * (values[k] - mean) * (values[k] - mean);
            below += weights[k];
            while (level < 3 && below >= levels[level]) {
                found[level++] = values[k];
            }
        }
        return new Estimate.Measured(found[1], Math.sqrt(variance), found[0], found[2]);
    }
}
