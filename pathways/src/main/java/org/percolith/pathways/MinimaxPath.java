package org.percolith.pathways;

import java.util.ArrayList;
import java.util.List;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.Cell;

/**
 * A pathway between periodic images whose highest point is as low as any can be: it passes the bottleneck of a
 * percolation threshold and never goes below that threshold's count. Of all such pathways it is the one of least
 * resistance ∫ ds / τ, the path of maximum flux (Huo and Straub 1997, doi 10.1063/1.474863), so it follows the density's
 * ridges. It begins at its densest voxel and ends at that voxel's image.
 *
 * <p>Steps lead to any of the 26 voxels around that the neighbour shell connects inside the 2 x 2 x 2 block in between,
 * so a straight channel has its length but for the grid's 26 directions (at most 13 % too long).
 *
 * @param event what the pathway brings: {@code 1d}, {@code 2d}, {@code 3d}, or {@code a}, {@code b}, {@code c} for the
 *     first pathway with a component along that lattice vector
 * @param winding the lattice vector from its first to its last point
 * @param points its voxels in order
 * @param straightA length of the lattice vector, Å
 */
public record MinimaxPath(String event, LatticeVector winding, List<PathPoint> points, double straightA) {

    public MinimaxPath {
        points = List.copyOf(points);
    }

    /** Length along the voxels, Å. */
    public double lengthA() {
        return points.get(points.size() - 1).lengthA();
    }

    /** Length over straight distance, at least 1 but for rounding. */
    public double tortuosity() {
        return lengthA() / straightA;
    }

    /** The highest point of the profile above the highest density of the map, eV: F_c. */
    public double barrierEv() {
        return points.stream().mapToDouble(PathPoint::energyEv).max().orElseThrow();
    }

    /** The highest point above the lowest point of the profile itself, eV. */
    public double climbEv() {
        return barrierEv()
                - points.stream().mapToDouble(PathPoint::energyEv).min().orElseThrow();
    }

    /**
     * A pathway through these voxels.
     *
     * @param loop unwrapped voxel indices {i, j, k}, from a voxel to its image
     */
    static MinimaxPath of(
            String event, List<int[]> loop, VoxelGrid grid, int[] counts, int maxCount, double temperatureK) {
        int steps = loop.size() - 1;
        int[] shift = difference(loop.get(steps), loop.get(0));
        LatticeVector winding = new LatticeVector(shift[0] / grid.na(), shift[1] / grid.nb(), shift[2] / grid.nc());
        int densest = 0;
        for (int k = 1; k < steps; k++) {
            densest = count(loop.get(k), grid, counts) > count(loop.get(densest), grid, counts) ? k : densest;
        }
        List<PathPoint> points = new ArrayList<>(steps + 1);
        Cell cell = grid.cell();
        double[] before = {};
        double lengthA = 0;
        for (int k = 0; k <= steps; k++) {
            int at = densest + k;
            int[] voxel = loop.get(at % steps);
            double[] s = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                s[axis] = (voxel[axis] + at / steps * shift[axis] + 0.5) / grid.size(axis);
            }
            if (k > 0) {
                lengthA += Math.sqrt(cell.squaredLengthA2(s[0] - before[0], s[1] - before[1], s[2] - before[2]));
            }
            before = s;
            int count = count(voxel, grid, counts);
            points.add(new PathPoint(
                    s[0], s[1], s[2], lengthA, count, RankThreshold.barrierEv(count, maxCount, temperatureK)));
        }
        double straightA = Math.sqrt(cell.squaredLengthA2(winding.u(), winding.v(), winding.w()));
        return new MinimaxPath(event, winding, points, straightA);
    }

    private static int[] difference(int[] to, int[] from) {
        return new int[] {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
    }

    private static int count(int[] voxel, VoxelGrid grid, int[] counts) {
        return counts[
                grid.index(
                        Math.floorMod(voxel[0], grid.na()),
                        Math.floorMod(voxel[1], grid.nb()),
                        Math.floorMod(voxel[2], grid.nc()))];
    }
}
