package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws of the three principal slopes from their posterior. The resolved axes form a tensor D̂ with D̂ ~ W_p(ν, D/ν),
 * so D is inverse-Wishart: D = B Bᵀ with B = C A⁻ᵀ, C Cᵀ = ν D̂ (diagonal in the principal frame) and A the Bartlett
 * factor of W_p(ν, 1) (Bartlett, Proc. R. Soc. Edinb. 53, 260 (1933)). A confined axis is drawn from a normal law cut
 * off at zero.
 */
final class TensorPosterior {

    private static final int DRAWS = 20_000;

    private final double[][] sorted = new double[3][DRAWS];

    private TensorPosterior() {}

    /** Draws for three axes and the Wishart degrees of freedom ν, in the unit of the slopes. */
    static TensorPosterior draw(List<AxisSlope> axes, double degreesOfFreedom, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        TensorPosterior posterior = new TensorPosterior();
        List<AxisSlope> resolved = axes.stream().filter(AxisSlope::resolved).toList();
        List<AxisSlope> confined =
                axes.stream().filter(axis -> !axis.resolved()).toList();
        double nu = Math.max(degreesOfFreedom, resolved.size() + 1.0);
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] values = new double[3];
            inverseWishart(resolved, nu, random, values);
            for (int k = 0; k < confined.size(); k++) {
                values[resolved.size() + k] = truncatedNormal(confined.get(k), random);
            }
            Arrays.sort(values);
            for (int rank = 0; rank < 3; rank++) {
                posterior.sorted[rank][draw] = values[2 - rank];
            }
        }
        return posterior;
    }

    private static void inverseWishart(List<AxisSlope> axes, double nu, RandomGenerator random, double[] values) {
        int size = axes.size();
        double[][] a = new double[size][size];
        for (int row = 0; row < size; row++) {
            a[row][row] = Math.sqrt(chiSquared(nu - row, random));
            for (int column = 0; column < row; column++) {
                a[row][column] = random.nextGaussian();
            }
        }
        double[][] inverse = lowerInverse(a);
        double[][] d = new double[3][3];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double sum = 0;
                for (int k = Math.max(row, column); k < size; k++) {
                    sum += inverse[k][row] * inverse[k][column];
                }
                double scale =
                        axes.get(row).slopeA2PerFrame() * axes.get(column).slopeA2PerFrame();
                d[row][column] = sum * nu * Math.sqrt(scale);
            }
        }
        SymmetricEigenvalues.of(d, size, values);
    }

    private static double[][] lowerInverse(double[][] a) {
        int size = a.length;
        double[][] inverse = new double[size][size];
        for (int column = 0; column < size; column++) {
            for (int row = column; row < size; row++) {
                double sum = row == column ? 1 : 0;
                for (int k = column; k < row; k++) {
                    sum -= a[row][k] * inverse[k][column];
                }
                inverse[row][column] = sum / a[row][row];
            }
        }
        return inverse;
    }

    /** χ² with real degrees of freedom, 2 Γ(ν/2) (Marsaglia and Tsang, ACM Trans. Math. Softw. 26, 363 (2000)). */
    private static double chiSquared(double nu, RandomGenerator random) {
        double shape = 0.5 * nu;
        if (shape < 1) {
            return chiSquared(nu + 2, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return 2 * d * v;
            }
        }
    }

    /** A normal law cut off at zero, by inversion of the tail beyond zero. */
    private static double truncatedNormal(AxisSlope axis, RandomGenerator random) {
        return ChiSquaredPosterior.truncatedQuantile(
                1 - random.nextDouble(), axis.slopeA2PerFrame(), axis.std() * axis.std());
    }

    /** Share of draws in which the axis of rank {@code rank} (0 largest) is below {@code ratio} times the largest. */
    double probabilityBelow(int rank, double ratio) {
        int count = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            count += sorted[rank][draw] < ratio * sorted[0][draw] ? 1 : 0;
        }
        return (double) count / DRAWS;
    }
}
