package org.percolith.cli.result;

import java.util.List;

/**
 * A density map as it was written.
 *
 * @param voxelA largest voxel edge asked for, Å
 * @param frames frames that were counted, over all pieces of the run
 * @param maxPerA3 highest density, Å⁻³
 * @param files names in the result folder; none where there is no framework to put beside the density
 */
public record DensityFile(
        double voxelA, int na, int nb, int nc, int ions, long frames, double maxPerA3, List<String> files) {
    public DensityFile {
        files = List.copyOf(files);
    }
}
