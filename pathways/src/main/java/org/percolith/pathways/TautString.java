package org.percolith.pathways;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.percolith.density.VoxelGrid;

/**
 * A string along a pathway, pulled tight: from each of its points it goes straight to the last one that it can reach
 * through voxels above the pathway's level only. Its length does not depend on the 26 directions of the grid, nor on the
 * noise that a path of least resistance follows.
 */
final class TautString {

    private final VoxelGrid grid;
    private final int[] counts;
    private final int level;

    /** @param level lowest count that a voxel on the string may have */
    TautString(VoxelGrid grid, int[] counts, int level) {
        this.grid = grid;
        this.counts = counts;
        this.level = level;
    }

    /**
     * Length of the shorter of the two strings that begin at either end.
     *
     * @param path unwrapped indices {i, j, k} of the pathway's voxels, neighbours of one another
     */
    double lengthA(List<int[]> path) {
        List<int[]> backwards = new ArrayList<>(path);
        Collections.reverse(backwards);
        return Math.min(pulledFromStartA(path), pulledFromStartA(backwards));
    }

    private double pulledFromStartA(List<int[]> path) {
        double lengthA = 0;
        int from = 0;
        while (from < path.size() - 1) {
            int to = farthestSeen(path, from);
            int[] a = path.get(from);
            int[] b = path.get(to);
            lengthA += Math.sqrt(grid.cell()
                    .squaredLengthA2(
                            (double) (b[0] - a[0]) / grid.na(),
                            (double) (b[1] - a[1]) / grid.nb(),
                            (double) (b[2] - a[2]) / grid.nc()));
            from = to;
        }
        return lengthA;
    }

    private int farthestSeen(List<int[]> path, int from) {
        for (int to = path.size() - 1; to > from + 1; to--) {
            if (sees(path.get(from), path.get(to))) {
                return to;
            }
        }
        return from + 1;
    }

    /** Walks from middle to middle through faces, in whole numbers, so that the grid's origin does not matter. */
    private boolean sees(int[] from, int[] to) {
        int[] at = from.clone();
        int[] faces = new int[3];
        while (count(at) >= level) {
            int axis = nextAxis(from, to, faces);
            if (axis < 0) {
                return true;
            }
            faces[axis]++;
            at[axis] += Integer.signum(to[axis] - from[axis]);
        }
        return false;
    }

    /** The axis whose next face the straight line meets first, after (2 f + 1) / (2 |d|) of its length; -1 at its end. */
    private static int nextAxis(int[] from, int[] to, int[] faces) {
        int next = -1;
        for (int axis = 0; axis < 3; axis++) {
            if (faces[axis] < Math.abs(to[axis] - from[axis])
                    && (next < 0
                            || (2L * faces[axis] + 1) * Math.abs(to[next] - from[next])
                                    < (2L * faces[next] + 1) * Math.abs(to[axis] - from[axis]))) {
                next = axis;
            }
        }
        return next;
    }

    private int count(int[] voxel) {
        return counts[
                grid.index(
                        Math.floorMod(voxel[0], grid.na()),
                        Math.floorMod(voxel[1], grid.nb()),
                        Math.floorMod(voxel[2], grid.nc()))];
    }
}
