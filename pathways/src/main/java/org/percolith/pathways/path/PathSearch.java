package org.percolith.pathways.path;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.WindingClass;

/**
 * Finds the loop of least resistance that winds through a voxel of a periodic map, among the voxels above a level.
 *
 * <p>Dijkstra's search from the voxel gives each other one its best way there and the winding class of that way. The
 * best loop that winds consists of the best ways to the two ends of a step whose classes do not match, and of that step
 * (the three-path condition: Thomassen 1990, doi 10.1016/0095-8956(90)90115-G), so each voxel is visited once even
 * where the map already winds without end.
 */
final class PathSearch {

    private static final int BLOCK = 7;

    /** The best way to a voxel: its last step, the way before that, and the class of the lattice vector crossed. */
    private static final class Way implements Comparable<Way> {
        final int voxel;
        final double resistance;
        final long crossed;
        final int direction;
        final @Nullable Way before;
        boolean settled;

        Way(int voxel, double resistance, long crossed, int direction, @Nullable Way before) {
            this.voxel = voxel;
            this.resistance = resistance;
            this.crossed = crossed;
            this.direction = direction;
            this.before = before;
        }

        @Override
        public int compareTo(Way other) {
            int byResistance = Double.compare(resistance, other.resistance);
            return byResistance != 0 ? byResistance : Integer.compare(voxel, other.voxel);
        }
    }

    private final VoxelGrid grid;
    private final int[] counts;
    private final int level;
    private final WindingClass windings;
    private final int linkAxes;
    private final int[][] directions = NeighbourShell.CORNERS.offsets();
    private final double[] stepA = new double[directions.length];
    private final Int2ObjectMap<Way> best = new Int2ObjectOpenHashMap<>();
    private final PriorityQueue<Way> front = new PriorityQueue<>();

    /** The best loop so far: out by one way, over a step, and back by another. */
    private double loopResistance = Double.POSITIVE_INFINITY;

    private @Nullable Way out;
    private int across;
    private @Nullable Way back;

    PathSearch(VoxelGrid grid, NeighbourShell shell, int[] counts, int level, WindingClass windings) {
        this.grid = grid;
        this.counts = counts;
        this.level = level;
        this.windings = windings;
        linkAxes = shell.maxSteps();
        for (int k = 0; k < stepA.length; k++) {
            stepA[k] = Math.sqrt(grid.cell()
                    .squaredLengthA2(
                            (double) directions[k][0] / grid.na(),
                            (double) directions[k][1] / grid.nb(),
                            (double) directions[k][2] / grid.nc()));
        }
    }

    /** The loop through a voxel: unwrapped indices {i, j, k}, both ends included; empty if there is none. */
    Optional<List<int[]>> loop(int voxel) {
        propose(new Way(voxel, 0, 0, 0, null));
        for (Way way = front.poll(); way != null && way.resistance < loopResistance; way = front.poll()) {
            if (way.resistance <= best.get(way.voxel).resistance) {
                way.settled = true;
                extend(way);
            }
        }
        return out == null || back == null ? Optional.empty() : Optional.of(trace(voxel, out, back));
    }

    private void extend(Way way) {
        int[] at = {grid.slotOf(way.voxel, 0), grid.slotOf(way.voxel, 1), grid.slotOf(way.voxel, 2)};
        for (int k = 0; k < directions.length; k++) {
            int[] direction = directions[k];
            if (connected(at, 0, mask(direction), direction)) {
                int next = voxel(at, BLOCK, direction);
                double resistance = way.resistance + 0.5 * stepA[k] * (1.0 / counts[way.voxel] + 1.0 / counts[next]);
                long crossed = way.crossed
                        + windings.of(
                                Math.floorDiv(at[0] + direction[0], grid.na()),
                                Math.floorDiv(at[1] + direction[1], grid.nb()),
                                Math.floorDiv(at[2] + direction[2], grid.nc()));
                Way known = best.get(next);
                if (known != null && known.settled) {
                    close(way, k, known, resistance + known.resistance, crossed);
                } else {
                    propose(new Way(next, resistance, crossed, k, way));
                }
            }
        }
    }

    private void close(Way way, int direction, Way known, double resistance, long crossed) {
        if (crossed != known.crossed && resistance < loopResistance) {
            loopResistance = resistance;
            out = way;
            across = direction;
            back = known;
        }
    }

    private void propose(Way way) {
        Way known = best.get(way.voxel);
        if (known == null || way.resistance < known.resistance) {
            best.put(way.voxel, way);
            front.add(way);
        }
    }

    /** Whether links of the shell lead, inside the block towards a neighbour, from one corner (a set of axes) to it. */
    private boolean connected(int[] at, int corner, int target, int[] direction) {
        int open = target & ~corner;
        if (open == 0) {
            return true;
        }
        for (int axes = open; axes > 0; axes = (axes - 1) & open) {
            if (Integer.bitCount(axes) <= linkAxes
                    && counts[voxel(at, corner | axes, direction)] >= level
                    && connected(at, corner | axes, target, direction)) {
                return true;
            }
        }
        return false;
    }

    private static int mask(int[] direction) {
        return Math.abs(direction[0]) + 2 * Math.abs(direction[1]) + 4 * Math.abs(direction[2]);
    }

    /** The voxel one step of the direction away, along the axes in the set only. */
    private int voxel(int[] at, int axes, int[] direction) {
        return grid.index(
                Math.floorMod(at[0] + (axes & 1) * direction[0], grid.na()),
                Math.floorMod(at[1] + (axes >> 1 & 1) * direction[1], grid.nb()),
                Math.floorMod(at[2] + (axes >> 2 & 1) * direction[2], grid.nc()));
    }

    private List<int[]> trace(int start, Way outward, Way homeward) {
        Deque<int[]> steps = new ArrayDeque<>();
        for (Way way = outward; way.before != null; way = way.before) {
            steps.addFirst(directions[way.direction]);
        }
        steps.addLast(directions[across]);
        for (Way way = homeward; way.before != null; way = way.before) {
            int[] step = directions[way.direction];
            steps.addLast(new int[] {-step[0], -step[1], -step[2]});
        }
        int[] at = {grid.slotOf(start, 0), grid.slotOf(start, 1), grid.slotOf(start, 2)};
        List<int[]> path = new ArrayList<>();
        path.add(at.clone());
        for (int[] step : steps) {
            for (int axis = 0; axis < 3; axis++) {
                at[axis] += step[axis];
            }
            path.add(at.clone());
        }
        return path;
    }
}
