package org.percolith.density;

/** One number in Å⁻³ per voxel: a density, or a difference of densities. */
public sealed interface VoxelField permits DensityMap, DensityDifference {

    VoxelGrid grid();

    /** Value in a voxel, Å⁻³. */
    double perA3(int voxel);
}
