package org.percolith.pathways.site;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.density.DensityMap;
import org.percolith.density.IonDensity;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;

/** Sums the density over the voxels of each basin. */
final class BasinSums {

    private final VoxelGrid grid;
    private final IonDensity density;
    private final DensityMap smoothed;

    BasinSums(VoxelGrid grid, IonDensity density, DensityMap smoothed) {
        this.grid = grid;
        this.density = density;
        this.smoothed = smoothed;
    }

    /** The basins in the order of their indices, from the basin and image of each voxel and the voxels that are maxima. */
    List<Basin> basins(int[] basinOfVoxel, int[] imageOfVoxel, IntArrayList risingMaxima) {
        int size = Arrays.stream(basinOfVoxel).max().orElse(BasinMap.NONE) + 1;
        int[] voxels = new int[size];
        int[] maxima = new int[size];
        int[] peak = new int[size];
        Arrays.fill(peak, BasinMap.NONE);
        long[] visits = new long[size];
        double[][] moment = new double[size][3];
        for (int voxel = 0; voxel < basinOfVoxel.length; voxel++) {
            int basin = basinOfVoxel[voxel];
            if (basin == BasinMap.NONE) {
                continue;
            }
            voxels[basin]++;
            long count = density.count(voxel);
            if (count == 0) {
                continue;
            }
            visits[basin] += count;
            long image = LatticeOffset.widen(imageOfVoxel[voxel]);
            moment[basin][0] += count * (grid.centre(voxel, 0) - LatticeOffset.u(image));
            moment[basin][1] += count * (grid.centre(voxel, 1) - LatticeOffset.v(image));
            moment[basin][2] += count * (grid.centre(voxel, 2) - LatticeOffset.w(image));
        }
        for (int voxel : risingMaxima.toIntArray()) {
            int basin = basinOfVoxel[voxel];
            maxima[basin]++;
            if (peak[basin] < 0 || smoothed.perA3(voxel) > smoothed.perA3(peak[basin])) {
                peak[basin] = voxel;
            }
        }
        List<Basin> basins = new ArrayList<>(size);
        for (int basin = 0; basin < size; basin++) {
            basins.add(basin(basin, peak[basin], moment[basin], visits[basin], voxels[basin], maxima[basin]));
        }
        return basins;
    }

    /** A basin that holds a smoothed tail only, and no visit, has its centre at its peak. */
    private Basin basin(int index, int peak, double[] moment, long visits, int voxels, int maxima) {
        double[] centre = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            centre[axis] = visits == 0 ? grid.centre(peak, axis) : moment[axis] / visits;
        }
        return new Basin(
                index,
                grid.centre(peak, 0),
                grid.centre(peak, 1),
                grid.centre(peak, 2),
                centre[0],
                centre[1],
                centre[2],
                smoothed.perA3(peak),
                (double) visits / density.frames(),
                voxels * grid.voxelVolumeA3(),
                maxima);
    }
}
