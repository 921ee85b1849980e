package org.percolith.density;

import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * A density and how sure it is, voxel by voxel.
 *
 * @param error under bootstraps over time blocks and over ions
 */
public record DensityWithError(DensityMap map, DensityError error) {

    /** Both of these tracks, on a grid of their cell. */
    public static DensityWithError of(IonTracks tracks, VoxelGrid grid, TaskRunner runner) {
        IonDensity density = IonDensity.of(tracks, grid, runner);
        return new DensityWithError(
                density.map(), DensityError.of(density, tracks, DensityError.DEFAULT_BLOCKS, runner));
    }
}
