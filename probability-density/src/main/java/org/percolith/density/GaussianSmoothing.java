package org.percolith.density;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Periodic convolution of a density with an isotropic Gaussian, in the Cartesian metric of any cell:
 * ρ'(v) = Σ_u w(u) ρ(v - u) with w(u) ∝ exp(-|u|²/2σ²) for |u| ≤ 5σ and Σ w = 1, so the number of ions is kept.
 *
 * <p>Summed in real space, not by Fourier transform: the result is then positive, and exactly zero beyond the cut-off,
 * which a free energy needs. An isotropic Gaussian is not a product of three one-dimensional ones along skewed lattice
 * vectors, hence the full kernel.
 */
public final class GaussianSmoothing {

    private static final double CUTOFF_SIGMAS = 5;

    /** Kernel weights of the voxels with offsets (lo ..., db, dc) along one row. */
    private static final class KernelRow {
        final int db;
        final int dc;
        final int lo;
        final double[] weights;

        /** The same, from the last to the first. */
        double[] reversed = {};

        KernelRow(int db, int dc, int lo, double[] weights) {
            this.db = db;
            this.dc = dc;
            this.lo = lo;
            this.weights = weights;
        }
    }

    private final VoxelGrid grid;
    private final int margin;
    private final List<KernelRow> kernel;

    private GaussianSmoothing(VoxelGrid grid, double sigmaA) {
        this.grid = grid;
        double radiusA = CUTOFF_SIGMAS * sigmaA;
        margin = reach(radiusA, 0);
        kernel = normalised(rows(sigmaA, radiusA));
    }

    /**
     * The smoothed density.
     *
     * @param sigmaA standard deviation of the Gaussian along every Cartesian direction, Å
     */
    public static DensityMap smooth(DensityMap density, double sigmaA, TaskRunner runner) {
        if (!(sigmaA > 0) || Double.isInfinite(sigmaA)) {
            throw new IllegalArgumentException("the smoothing length must be positive, got " + sigmaA + " Å");
        }
        return new GaussianSmoothing(density.grid(), sigmaA).apply(density, runner);
    }

    /** Voxels along a lattice vector that a sphere of this radius can reach from its middle. */
    private int reach(double radiusA, int vector) {
        return (int) Math.ceil(radiusA / grid.cell().heightA(vector) * grid.size(vector));
    }

    private List<KernelRow> rows(double sigmaA, double radiusA) {
        List<KernelRow> rows = new ArrayList<>();
        int reachB = reach(radiusA, 1);
        int reachC = reach(radiusA, 2);
        for (int dc = -reachC; dc <= reachC; dc++) {
            for (int db = -reachB; db <= reachB; db++) {
                KernelRow row = row(db, dc, sigmaA, radiusA);
                if (row.weights.length > 0) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private KernelRow row(int db, int dc, double sigmaA, double radiusA) {
        double[] weights = new double[2 * margin + 1];
        int first = weights.length;
        int end = 0;
        Cell cell = grid.cell();
        for (int i = 0; i < weights.length; i++) {
            double squareA2 = cell.squaredLengthA2(
                    (double) (i - margin) / grid.na(), (double) db / grid.nb(), (double) dc / grid.nc());
            if (squareA2 <= radiusA * radiusA) {
                weights[i] = Math.exp(-squareA2 / (2 * sigmaA * sigmaA));
                first = Math.min(first, i);
                end = i + 1;
            }
        }
        return end == 0
                ? new KernelRow(db, dc, 0, new double[0])
                : new KernelRow(db, dc, first - margin, Arrays.copyOfRange(weights, first, end));
    }

    private static List<KernelRow> normalised(List<KernelRow> rows) {
        double sum = 0;
        for (KernelRow row : rows) {
            for (double weight : row.weights) {
                sum += weight;
            }
        }
        for (KernelRow row : rows) {
            for (int i = 0; i < row.weights.length; i++) {
                row.weights[i] /= sum;
            }
            row.reversed = reversed(row.weights);
        }
        return rows;
    }

    private static double[] reversed(double[] weights) {
        double[] reversed = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            reversed[i] = weights[weights.length - 1 - i];
        }
        return reversed;
    }

    private DensityMap apply(DensityMap density, TaskRunner runner) {
        PaddedRows source = new PaddedRows(density, margin);
        double[] smoothed = new double[grid.voxels()];
        runner.map(grid.nc(), k -> {
            smoothPlane(source, k, smoothed);
            return k;
        });
        return DensityMap.takingOver(grid, smoothed);
    }

    private void smoothPlane(PaddedRows source, int k, double[] smoothed) {
        for (int j = 0; j < grid.nb(); j++) {
            int target = grid.index(0, j, k);
            for (KernelRow row : kernel) {
                int from = Math.floorMod(j + row.db, grid.nb()) + grid.nb() * Math.floorMod(k + row.dc, grid.nc());
                if (source.isDense(from)) {
                    addDense(smoothed, target, source, source.start(from) + margin + row.lo, row.weights);
                } else {
                    addSparse(smoothed, target, source, from, margin + row.lo, row.reversed);
                }
            }
        }
    }

    private void addDense(double[] sum, int target, PaddedRows source, int start, double[] weights) {
        double[] values = source.values();
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            int from = start + i - target;
            for (int x = target; x < target + grid.na(); x++) {
                sum[x] += weight * values[from + x];
            }
        }
    }

    /** Adds what each value of a row spreads; in the order of {@link #addDense}, so that the sums are the same bits. */
    private void addSparse(double[] sum, int target, PaddedRows source, int row, int shift, double[] reversed) {
        for (int entry = source.start(row); entry < source.start(row + 1); entry++) {
            double value = source.values()[entry];
            int first = source.position(entry) - shift - reversed.length + 1;
            int end = Math.min(grid.na(), first + reversed.length);
            for (int x = Math.max(0, first); x < end; x++) {
                sum[target + x] += reversed[x - first] * value;
            }
        }
    }
}
