package org.percolith.pathways.site;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import org.percolith.density.DensityMap;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.VoxelNeighbours;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * Periodic watershed by steepest ascent: each voxel of positive density steps to that of its 26 neighbours towards which
 * the density rises most per length, until none is higher. Equal densities count as rising with the voxel's index, so
 * that every way ends.
 */
final class Watershed {

    static final int NONE = -1;
    private static final byte PEAK = -1;

    private final VoxelGrid grid;
    private final DensityMap density;
    private final double[] perStepA;
    private final int[] peak;
    private final IntArrayList maxima = new IntArrayList();
    private final int[] image;

    private Watershed(DensityMap map, TaskRunner runner) {
        grid = map.grid();
        density = map;
        int[][] offsets = NeighbourShell.CORNERS.offsets();
        perStepA = Arrays.stream(offsets)
                .mapToDouble(d -> 1
                        / Math.sqrt(grid.cell()
                                .squaredLengthA2(
                                        (double) d[0] / grid.na(),
                                        (double) d[1] / grid.nb(),
                                        (double) d[2] / grid.nc())))
                .toArray();
        List<byte[]> ascents = runner.map(grid.nc(), this::ascentsOfPlane);
        peak = new int[grid.voxels()];
        image = new int[grid.voxels()];
        Arrays.fill(peak, NONE);
        VoxelNeighbours neighbours = neighbours();
        IntArrayList way = new IntArrayList();
        for (int voxel = 0; voxel < peak.length; voxel++) {
            if (density.perA3(voxel) > 0 && peak[voxel] == NONE) {
                climb(voxel, ascents, neighbours, way);
            }
        }
    }

    static Watershed of(DensityMap map, TaskRunner runner) {
        return new Watershed(map, runner);
    }

    private VoxelNeighbours neighbours() {
        return new VoxelNeighbours(grid.na(), grid.nb(), grid.nc(), NeighbourShell.CORNERS);
    }

    /** For each voxel of a plane, which neighbour it steps to. */
    private byte[] ascentsOfPlane(int plane) {
        VoxelNeighbours neighbours = neighbours();
        byte[] ascent = new byte[grid.na() * grid.nb()];
        for (int k = 0; k < ascent.length; k++) {
            int voxel = plane * ascent.length + k;
            ascent[k] = PEAK;
            if (density.perA3(voxel) > 0) {
                neighbours.visit(voxel);
                ascent[k] = steepest(voxel, neighbours.voxels);
            }
        }
        return ascent;
    }

    private byte steepest(int voxel, int[] neighbours) {
        byte steepest = PEAK;
        double slope = 0;
        double here = density.perA3(voxel);
        for (byte n = 0; n < neighbours.length; n++) {
            int other = neighbours[n];
            double rise = (density.perA3(other) - here) * perStepA[n];
            if (rise > slope || (rise == 0 && slope == 0 && other > voxel)) {
                slope = rise;
                steepest = n;
            }
        }
        return steepest;
    }

    /** Follows the ascents until a peak or a voxel that knows its own, and tells all voxels on the way. */
    private void climb(int start, List<byte[]> ascents, VoxelNeighbours neighbours, IntArrayList way) {
        int planeVoxels = grid.na() * grid.nb();
        way.clear();
        int at = start;
        while (peak[at] == NONE) {
            byte ascent = ascents.get(at / planeVoxels)[at % planeVoxels];
            if (ascent == PEAK) {
                peak[at] = at;
                maxima.add(at);
            } else {
                neighbours.visit(at);
                image[at] = LatticeOffset.narrow(neighbours.crossings[ascent]);
                way.add(at);
                at = neighbours.voxels[ascent];
            }
        }
        for (int k = way.size() - 1; k >= 0; k--) {
            int below = way.getInt(k);
            image[below] += image[at];
            peak[below] = peak[at];
            at = below;
        }
    }

    /** All maxima, in no stated order. */
    IntArrayList maxima() {
        return maxima;
    }

    /** Peak and image of each voxel, {@link LatticeOffset#narrow}; handed over, to be changed by the one that asks. */
    int[] peaks() {
        return peak;
    }

    int[] images() {
        return image;
    }

    /** The voxel at the top of a voxel's way up; {@link #NONE} where the density is zero. */
    int peak(int voxel) {
        return peak[voxel];
    }

    /** The cell in which that top lies, for the voxel in cell 0: packed. */
    long image(int voxel) {
        return LatticeOffset.widen(image[voxel]);
    }
}
