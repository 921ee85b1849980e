package org.percolith.cli.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.percolith.cli.figure.ArrheniusFigureData.Point;
import org.percolith.cli.figure.MsdFigureData.FitLine;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Inputs of realistic size: a seeded random walk in cages, and the published LLZO sweep. */
final class FigureSamples {

    /** Li56La24Zr16O96, the example table of mogroupumd/aimd: T in K, D and its error in cm²/s. */
    private static final double[][] LLZO = {
        {600, 1.24e-6, 3.40e-7},
        {650, 1.56e-6, 4.05e-7},
        {700, 2.13e-6, 5.57e-7},
        {720, 1.85e-6, 3.87e-7},
        {800, 3.51e-6, 7.00e-7},
        {900, 4.85e-6, 6.99e-7},
        {1050, 8.24e-6, 1.34e-6},
        {1200, 1.38e-5, 1.49e-6},
        {1500, 1.83e-5, 2.58e-6}
    };

    private static final int IONS = 108;
    private static final int FRAMES = 500;
    private static final double FRAME_PS = 0.1;
    private static final double HOPS_PER_PS = 0.064;
    private static final double RATTLE_A = 0.45;
    private static final double HOP_A = 3;

    private FigureSamples() {}

    /** Ions that rattle about sites and hop along an axis; the slope of the MSD is HOPS_PER_PS · HOP_A² = 0.58 Å²/ps. */
    static MsdFigureData hoppingGlass(Estimate diffusivity) {
        double[][] msd = meanSquaredDisplacement(hops());
        int lags = FRAMES / 2;
        double[] total = sum(msd, lags);
        double[] lagPs = IntStream.range(0, lags).mapToDouble(k -> k * FRAME_PS).toArray();
        double[] std = IntStream.range(0, lags)
                .mapToDouble(k -> total[k] * Math.sqrt(2.0 * k / (IONS * (double) FRAMES)))
                .toArray();
        double[] charge = IntStream.range(0, lags)
                .mapToDouble(k -> total[k] * (1.4 + 0.25 * Math.sin(0.9 + k / 30.0)))
                .toArray();
        double slope = (total[lags - 1] - total[60]) / (lagPs[lags - 1] - lagPs[60]);
        FitLine fit = new FitLine(6, 24.9, total[60] - slope * lagPs[60], slope);
        return new MsdFigureData(
                "Li4PO4I glass", 800.0, lagPs, total, std, msd[0], msd[1], msd[2], charge, fit, diffusivity);
    }

    static MsdFigureData frozen(int lags) {
        double[] zeros = new double[lags];
        double[] lagPs = IntStream.range(0, lags).mapToDouble(k -> k * FRAME_PS).toArray();
        Estimate withheld = Estimate.withheld("no ion moved");
        return new MsdFigureData("frozen", 300.0, lagPs, zeros, zeros, zeros, zeros, zeros, zeros, null, withheld);
    }

    static MsdFigureData totalAlone() {
        double[] none = {};
        double[] lagPs = {0.1, 1, 10};
        double[] total = {0.2, 1, 8};
        Estimate bound = new Estimate.UpperBound(2e-5, "two hops seen");
        return new MsdFigureData("", null, lagPs, total, none, none, none, none, none, null, bound);
    }

    static ArrheniusFigureData llzo() {
        List<Point> points = new ArrayList<>();
        for (double[] row : LLZO) {
            points.add(new Point(row[0], logNormal(row[1], row[2] / row[1]), true));
        }
        WeightedLine line = llzoLine();
        Estimate.Measured d300 = logNormal(Math.exp(line.logAt(300)), Math.sqrt(line.varianceAt(300)));
        double nernstEinstein = PhysicalConstants.conductivityMsPerCmPerDiffusivity(56 / Math.pow(12.98, 3), 1, 300);
        return new ArrheniusFigureData(
                "Li56La24Zr16O96",
                points,
                List.of(),
                line.curve(280, 1600),
                300,
                d300,
                Estimate.normal(line.activationEnergyEv, Math.sqrt(line.covariance[1][1])),
                d300.scaled(nernstEinstein));
    }

    static WeightedLine llzoLine() {
        double[][] normal = new double[2][2];
        double[] right = new double[2];
        for (double[] row : LLZO) {
            double[] x = {1, -1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * row[0])};
            double weight = Math.pow(row[1] / row[2], 2);
            for (int a = 0; a < 2; a++) {
                right[a] += weight * x[a] * Math.log(row[1]);
                for (int b = 0; b < 2; b++) {
                    normal[a][b] += weight * x[a] * x[b];
                }
            }
        }
        double determinant = normal[0][0] * normal[1][1] - normal[0][1] * normal[1][0];
        double[][] covariance = {
            {normal[1][1] / determinant, -normal[0][1] / determinant},
            {-normal[1][0] / determinant, normal[0][0] / determinant}
        };
        return new WeightedLine(
                covariance[0][0] * right[0] + covariance[0][1] * right[1],
                covariance[1][0] * right[0] + covariance[1][1] * right[1],
                covariance);
    }

    /** (ln D₀, Ea) with their covariance. */
    record WeightedLine(double lnPrefactor, double activationEnergyEv, double[][] covariance) {

        double logAt(double temperatureK) {
            return lnPrefactor - activationEnergyEv / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        }

        double varianceAt(double temperatureK) {
            double x = -1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
            return covariance[0][0] + 2 * x * covariance[0][1] + x * x * covariance[1][1];
        }

        DiffusivityCurve curve(double coldestK, double hottestK) {
            return DiffusivityCurve.arrhenius(lnPrefactor, activationEnergyEv, covariance, 1.96, coldestK, hottestK);
        }
    }

    static Estimate.Measured logNormal(double value, double logStd) {
        double factor = Math.exp(1.96 * logStd);
        return new Estimate.Measured(value, value * logStd, value / factor, value * factor);
    }

    private static double[][][] hops() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122L);
        double[][][] path = new double[3][IONS][FRAMES];
        for (int ion = 0; ion < IONS; ion++) {
            double[] site = new double[3];
            for (int frame = 0; frame < FRAMES; frame++) {
                if (random.nextDouble() < HOPS_PER_PS * FRAME_PS) {
                    site[random.nextInt(3)] += random.nextBoolean() ? HOP_A : -HOP_A;
                }
                for (int axis = 0; axis < 3; axis++) {
                    path[axis][ion][frame] = site[axis] + RATTLE_A * random.nextGaussian();
                }
            }
        }
        return path;
    }

    /** By the definition, over all origins and ions. */
    private static double[][] meanSquaredDisplacement(double[][][] path) {
        double[][] msd = new double[3][FRAMES / 2];
        for (int axis = 0; axis < 3; axis++) {
            for (int lag = 1; lag < FRAMES / 2; lag++) {
                double sum = 0;
                for (double[] ion : path[axis]) {
                    for (int k = 0; k + lag < FRAMES; k++) {
                        sum += (ion[k + lag] - ion[k]) * (ion[k + lag] - ion[k]);
                    }
                }
                msd[axis][lag] = sum / (IONS * (FRAMES - lag));
            }
        }
        return msd;
    }

    private static double[] sum(double[][] components, int lags) {
        return IntStream.range(0, lags)
                .mapToDouble(k -> components[0][k] + components[1][k] + components[2][k])
                .toArray();
    }
}
