package org.percolith.density;

/** One number per voxel: a density or a difference of densities in Å⁻³, or a mobility in Å². */
public sealed interface VoxelField permits DensityMap, DensityDifference, LocalMobility {

    VoxelGrid grid();

    /** Value in a voxel, Å⁻³; of a mobility, Å². */
    double perA3(int voxel);
}
