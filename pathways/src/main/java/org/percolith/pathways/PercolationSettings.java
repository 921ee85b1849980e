package org.percolith.pathways;

import org.percolith.pathways.periodic.NeighbourShell;

/**
 * What a percolation analysis is asked for.
 *
 * @param temperatureK temperature that turns counts into free energies, K
 * @param voxelA largest voxel edge of the percolation grid, Å
 * @param shell which voxels are neighbours
 * @param resamples bootstrap resamples over ions
 * @param seed seed of the resampling
 */
public record PercolationSettings(double temperatureK, double voxelA, NeighbourShell shell, int resamples, long seed) {

    public static final double DEFAULT_VOXEL_A = 0.4;
    public static final int DEFAULT_RESAMPLES = 200;
    public static final long DEFAULT_SEED = 20_261_122;

    public PercolationSettings {
        if (!(temperatureK > 0) || Double.isInfinite(temperatureK)) {
            throw new IllegalArgumentException("the temperature must be positive, got " + temperatureK + " K");
        }
        if (resamples < 1) {
            throw new IllegalArgumentException("at least one resample is needed, got " + resamples);
        }
    }

    /** The defaults: 0.4 Å voxels, faces only, 200 resamples, a fixed seed. */
    public static PercolationSettings at(double temperatureK) {
        return new PercolationSettings(
                temperatureK, DEFAULT_VOXEL_A, NeighbourShell.FACES, DEFAULT_RESAMPLES, DEFAULT_SEED);
    }
}
