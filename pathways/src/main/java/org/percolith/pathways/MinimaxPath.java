package org.percolith.pathways;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.percolith.density.VoxelGrid;

/**
 * A pathway between periodic images whose highest point is as low as any can be: it passes the bottleneck of a
 * percolation threshold and never goes below that threshold's count. Of all such pathways it is the one of least
 * resistance ∫ ds / τ, the path of maximum flux (Huo and Straub 1997, doi 10.1063/1.474863), so it follows the density's
 * ridges. It begins at its densest voxel and ends at that voxel's image.
 *
 * <p>Steps lead to any of the 26 voxels around that the neighbour shell connects inside the 2 x 2 x 2 block in between.
 * That makes a straight channel up to 13 % too long, so the pathway's length is that of a string pulled tight along it.
 *
 * @param event what the pathway brings: {@code 1d}, {@code 2d}, {@code 3d}, or {@code a}, {@code b}, {@code c} for the
 *     first pathway with a component along that lattice vector
 * @param winding the lattice vector from its first to its last point
 * @param points its voxels in order
 * @param lengthA length of the string pulled tight between its ends, through voxels of at least the bottleneck's count, Å
 * @param straightA length of the lattice vector, Å
 */
public record MinimaxPath(
        String event, LatticeVector winding, List<PathPoint> points, double lengthA, double straightA) {

    public MinimaxPath {
        points = List.copyOf(points);
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
        int most = loop.stream()
                .mapToInt(voxel -> count(voxel, grid, counts))
                .max()
                .orElseThrow();
        List<List<int[]>> beginnings = IntStream.range(0, steps)
                .filter(k -> count(loop.get(k), grid, counts) == most)
                .mapToObj(k -> from(k, loop, shift))
                .toList();
        List<PathPoint> points = profile(beginnings.get(0), grid, counts, maxCount, temperatureK);
        TautString string = new TautString(
                grid, counts, points.stream().mapToInt(PathPoint::counts).min().orElseThrow());
        return new MinimaxPath(
                event,
                winding,
                points,
                beginnings.stream().mapToDouble(string::lengthA).min().orElseThrow(),
                Math.sqrt(grid.cell().squaredLengthA2(winding.u(), winding.v(), winding.w())));
    }

    /** The loop, begun at another of its voxels. */
    private static List<int[]> from(int start, List<int[]> loop, int[] shift) {
        int steps = loop.size() - 1;
        List<int[]> path = new ArrayList<>(steps + 1);
        for (int at = start; at <= start + steps; at++) {
            int[] voxel = loop.get(at % steps).clone();
            for (int axis = 0; axis < 3; axis++) {
                voxel[axis] += at / steps * shift[axis];
            }
            path.add(voxel);
        }
        return path;
    }

    private static List<PathPoint> profile(
            List<int[]> path, VoxelGrid grid, int[] counts, int maxCount, double temperatureK) {
        List<PathPoint> points = new ArrayList<>(path.size());
        double[] before = {};
        double lengthA = 0;
        for (int[] voxel : path) {
            double[] s = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                s[axis] = (voxel[axis] + 0.5) / grid.size(axis);
            }
            if (!points.isEmpty()) {
                lengthA += Math.sqrt(grid.cell().squaredLengthA2(s[0] - before[0], s[1] - before[1], s[2] - before[2]));
            }
            before = s;
            int count = count(voxel, grid, counts);
            points.add(new PathPoint(
                    s[0], s[1], s[2], lengthA, count, RankThreshold.barrierEv(count, maxCount, temperatureK)));
        }
        return points;
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
