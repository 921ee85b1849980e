package org.percolith.pathways;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/**
 * Independent ions that hop by Metropolis' rule between the voxels of a periodic grid in 1, 2 or 3 dimensions, whose
 * energies are a cosine along each plus, where {@code roughness} is not zero, a random part. With equilibrium probability
 * π and probability P to stay, a voxel's expected count is proportional to π (2 - P): each segment marks both its ends,
 * one that stays marks its voxel once.
 *
 * @param dimensions in which ions hop
 * @param voxels along each of them
 * @param wells along each of them
 * @param weights Boltzmann weights of all voxels
 */
record VoxelHops(int dimensions, int voxels, int wells, double[] weights) {

    private static final double VOXEL_A = 0.4;
    private static final int ROOM = 5;

    /** Energies in kB T. */
    static VoxelHops of(int dimensions, int voxels, int wells, double barrier, double roughness) {
        double[] weights = new double[(int) Math.pow(voxels, dimensions)];
        SplittableRandom random = new SplittableRandom(5);
        for (int v = 0; v < weights.length; v++) {
            double energy = roughness * random.nextDouble();
            for (int axis = 0; axis < dimensions; axis++) {
                int slot = v / stride(voxels, axis) % voxels;
                energy += 0.5 * barrier * (1 - Math.cos(2 * Math.PI * wells * slot / voxels));
            }
            weights[v] = Math.exp(-energy);
        }
        return new VoxelHops(dimensions, voxels, wells, weights);
    }

    private static int stride(int voxels, int axis) {
        return (int) Math.pow(voxels, axis);
    }

    /** Across the dimensions in which nothing hops there is room enough for nothing to wind by itself. */
    VoxelGrid grid() {
        int second = dimensions > 1 ? voxels : ROOM;
        int third = dimensions > 2 ? voxels : ROOM;
        return new VoxelGrid(
                Cell.orthorhombic(VOXEL_A * voxels, VOXEL_A * second, VOXEL_A * third), voxels, second, third);
    }

    private int neighbour(int voxel, int axis, int step) {
        int slot = voxel / stride(voxels, axis) % voxels;
        return voxel + (Math.floorMod(slot + step, voxels) - slot) * stride(voxels, axis);
    }

    private double acceptance(int from, int to) {
        return Math.min(1, weights[to] / weights[from]);
    }

    /** F_c / (kB T) of the expected counts, for percolation in all dimensions. */
    double barrier() {
        double[] expected = new double[weights.length];
        for (int v = 0; v < expected.length; v++) {
            double leaves = 0;
            for (int axis = 0; axis < dimensions; axis++) {
                leaves += acceptance(v, neighbour(v, axis, 1)) + acceptance(v, neighbour(v, axis, -1));
            }
            expected[v] = weights[v] * (1 + leaves / (2 * dimensions));
        }
        double scale = 1e9 / Arrays.stream(expected).max().orElseThrow();
        VoxelGrid grid = grid();
        int[] counts = new int[grid.voxels()];
        for (int v = 0; v < expected.length; v++) {
            int j = v / stride(voxels, 1) % voxels;
            int k = v / stride(voxels, 2) % voxels;
            counts[grid.index(v % voxels, j, k)] = (int) Math.round(scale * expected[v]);
        }
        RankThreshold threshold = new PercolationSweep(grid, NeighbourShell.FACES)
                .sweep(counts)
                .threshold(dimensions)
                .orElseThrow();
        return Math.log((double) threshold.maxCount() / threshold.count());
    }

    /** One run from equilibrium. */
    IonTracks run(int ions, int frames, SplittableRandom random) {
        int[] at = new int[ions];
        double[][] positionsA = new double[frames][3 * ions];
        double[] cumulative = weights.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        for (int ion = 0; ion < ions; ion++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble(cumulative[cumulative.length - 1]));
            at[ion] = found < 0 ? -found - 1 : found;
            for (int axis = 0; axis < 3; axis++) {
                positionsA[0][3 * ion + axis] =
                        VOXEL_A * (0.5 + (axis < dimensions ? at[ion] / stride(voxels, axis) % voxels : 0));
            }
        }
        for (int frame = 1; frame < frames; frame++) {
            System.arraycopy(positionsA[frame - 1], 0, positionsA[frame], 0, 3 * ions);
            for (int ion = 0; ion < ions; ion++) {
                int axis = random.nextInt(dimensions);
                int step = random.nextBoolean() ? 1 : -1;
                int to = neighbour(at[ion], axis, step);
                if (random.nextDouble() < acceptance(at[ion], to)) {
                    at[ion] = to;
                    positionsA[frame][3 * ion + axis] += VOXEL_A * step;
                }
            }
        }
        return IonTracks.ofCartesian(grid().cell(), positionsA);
    }
}
