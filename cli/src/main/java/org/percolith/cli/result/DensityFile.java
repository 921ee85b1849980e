package org.percolith.cli.result;

import java.util.List;

/**
 * A density map as it was written.
 *
 * @param voxelA largest voxel edge asked for, Å
 * @param frames frames that were counted, over all pieces of the run
 * @param maxPerA3 highest density, Å⁻³
 * @param connects the levels at which this map, visits unjoined, first connects in 1, 2, 3 directions, as far as it does
 * @param files names in the result folder; none where there is no framework to put beside the density
 */
public record DensityFile(
        double voxelA,
        int na,
        int nb,
        int nc,
        int ions,
        long frames,
        double maxPerA3,
        List<Level> connects,
        List<String> files) {
    public DensityFile {
        connects = List.copyOf(connects);
        files = List.copyOf(files);
    }

    /**
     * A level of the map.
     *
     * @param visits per voxel
     */
    public record Level(long visits, double perA3) {}
}
