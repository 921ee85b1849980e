package org.percolith.pathways.hop;

import java.util.Arrays;
import java.util.List;

/**
 * The long-range motion that hops over a network lead to, if each hop forgets the one before. With n_e hops over edge e
 * (both ways together), step d_e and basins i, j at its ends, along each axis
 *
 * <p>2 D N T = min_χ Σ_e n_e (d_e + χ_j - χ_i)²,
 *
 * <p>the minimum over one number χ a basin (Kipnis and Varadhan 1986, doi 10.1007/BF01210789): hops to and fro inside a cage
 * cancel, however many they are. Found by conjugate gradients.
 */
final class NetworkDiffusivity {

    private static final double TOLERANCE = 1e-9;

    private final int basins;
    private final List<HopEdge> edges;
    private final double[][] stepsA;
    private final int[] counts;

    NetworkDiffusivity(int basins, List<HopEdge> edges, double[][] stepsA, int[] counts) {
        this.basins = basins;
        this.edges = edges;
        this.stepsA = stepsA;
        this.counts = counts;
    }

    /** Σ over the axes of 2 D N T, Å². */
    double squaredA2() {
        return alongAxis(0) + alongAxis(1) + alongAxis(2);
    }

    private double alongAxis(int axis) {
        double[] chi = new double[basins];
        double[] residual = new double[basins];
        double scale = 0;
        for (int e = 0; e < counts.length; e++) {
            double pull = counts[e] * stepsA[e][axis];
            residual[edges.get(e).from()] += pull;
            residual[edges.get(e).to()] -= pull;
            scale += pull * pull;
        }
        double[] direction = residual.clone();
        double[] image = new double[basins];
        double square = square(residual);
        for (int round = 0; round < 2 * basins && square > TOLERANCE * TOLERANCE * scale; round++) {
            applyLaplacian(direction, image);
            double advance = square / dot(direction, image);
            for (int i = 0; i < basins; i++) {
                chi[i] += advance * direction[i];
                residual[i] -= advance * image[i];
            }
            double next = square(residual);
            for (int i = 0; i < basins; i++) {
                direction[i] = residual[i] + next / square * direction[i];
            }
            square = next;
        }
        return energy(chi, axis);
    }

    private void applyLaplacian(double[] f, double[] result) {
        Arrays.fill(result, 0);
        for (int e = 0; e < counts.length; e++) {
            int from = edges.get(e).from();
            int to = edges.get(e).to();
            double flow = counts[e] * (f[from] - f[to]);
            result[from] += flow;
            result[to] -= flow;
        }
    }

    private double energy(double[] chi, int axis) {
        double sum = 0;
        for (int e = 0; e < counts.length; e++) {
            double step =
                    stepsA[e][axis] + chi[edges.get(e).to()] - chi[edges.get(e).from()];
            sum += counts[e] * step * step;
        }
        return sum;
    }

    /** Σ v². */
    static double square(double[] v) {
        return dot(v, v);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
