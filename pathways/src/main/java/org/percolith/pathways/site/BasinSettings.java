package org.percolith.pathways.site;

/**
 * What makes a basin.
 *
 * @param temperatureK temperature that turns densities into free energies, K
 * @param voxelA largest voxel edge of the density map, Å
 * @param smoothingA standard deviation of the Gaussian that the density is smoothed with, Å
 * @param persistence a basin whose saddle towards a higher one lies less than this many kB T above it is part of that one
 */
public record BasinSettings(double temperatureK, double voxelA, double smoothingA, double persistence) {

    public static final double DEFAULT_VOXEL_A = 0.2;
    public static final double DEFAULT_SMOOTHING_A = 0.3;
    public static final double DEFAULT_PERSISTENCE = 0.5;

    public BasinSettings {
        if (!(temperatureK > 0) || Double.isInfinite(temperatureK)) {
            throw new IllegalArgumentException("the temperature must be positive, got " + temperatureK + " K");
        }
        if (!(persistence >= 0)) {
            throw new IllegalArgumentException("the persistence must not be negative, got " + persistence + " kB T");
        }
    }

    /** The defaults: 0.2 Å voxels, smoothed by 0.3 Å, half a kB T. */
    public static BasinSettings at(double temperatureK) {
        return new BasinSettings(temperatureK, DEFAULT_VOXEL_A, DEFAULT_SMOOTHING_A, DEFAULT_PERSISTENCE);
    }
}
