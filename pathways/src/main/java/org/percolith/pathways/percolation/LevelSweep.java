package org.percolith.pathways.percolation;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.Arrays;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.PeriodicUnionFind;
import org.percolith.pathways.periodic.VoxelNeighbours;
import org.percolith.pathways.periodic.WindingLattice;

/**
 * The sweep itself: voxels enter a periodic union-find by falling count, level by level, and what winds is noted. Levels
 * are judged when all their voxels are in, so ties do not matter to anything but the choice of a bottleneck voxel. Not
 * thread-safe, and reusable.
 */
public final class LevelSweep {

    private final VoxelGrid grid;
    private final VoxelNeighbours neighbours;
    private final VoxelNeighbours surroundings;
    final PeriodicUnionFind components;

    private int[] counts = {};
    private int[] order = {};
    private int entered;
    private IntSet settledLevels = IntSets.EMPTY_SET;
    private int maxRank;
    private WindingLattice network = WindingLattice.POINT;
    private final int[] closingVoxel = new int[4];
    private final int[] axisReached = new int[3];
    private final int[] axisHeld = new int[3];
    private final int[] axisVoxel = new int[3];

    LevelSweep(VoxelGrid grid, NeighbourShell shell) {
        this.grid = grid;
        neighbours = new VoxelNeighbours(grid.na(), grid.nb(), grid.nc(), shell);
        surroundings = new VoxelNeighbours(grid.na(), grid.nb(), grid.nc(), NeighbourShell.CORNERS);
        components = new PeriodicUnionFind(grid.voxels());
    }

    /**
     * Starts afresh.
     *
     * @param visited the voxels with a count, in rising order; overwritten
     * @param settled levels whose voxels enter in an order that does not depend on the grid's origin: those with the
     *     fuller surroundings (sum of the 26 neighbours' counts) first
     */
    void begin(int[] newCounts, int[] visited, IntSet settled) {
        components.clear(order, entered);
        counts = newCounts;
        order = FallingOrder.sort(visited, visited.length, newCounts);
        settledLevels = settled;
        entered = 0;
        maxRank = 0;
        network = WindingLattice.POINT;
        Arrays.fill(axisReached, 0);
        Arrays.fill(axisHeld, 0);
        Arrays.fill(axisVoxel, -1);
    }

    boolean hasNext() {
        return entered < order.length;
    }

    /** Enters all voxels of the next level and returns it. */
    int enterLevel() {
        int level = counts[order[entered]];
        int end = entered;
        while (end < order.length && counts[order[end]] == level) {
            end++;
        }
        if (settledLevels.contains(level)) {
            settle(entered, end);
        }
        while (entered < end) {
            enter(order[entered++], level);
        }
        return level;
    }

    /**
     * Enters all voxels that are left, in the order in which they lie in memory, which is several times faster than by
     * falling count. Only for when the sweep is {@link #complete}: what follows does not depend on the order then.
     */
    void enterRest() {
        if (entered == order.length) {
            return;
        }
        int lowest = counts[order[order.length - 1]];
        for (int voxel = 0; voxel < counts.length; voxel++) {
            if (counts[voxel] > 0 && !components.isActive(voxel)) {
                enter(voxel, lowest);
            }
        }
        entered = order.length;
    }

    private void settle(int from, int to) {
        long[] fullness = new long[to - from];
        int[] rank = new int[to - from];
        int[] voxels = Arrays.copyOfRange(order, from, to);
        for (int k = 0; k < voxels.length; k++) {
            rank[k] = k;
            surroundings.visit(voxels[k]);
            for (int neighbour : surroundings.voxels) {
                fullness[k] += counts[neighbour];
            }
        }
        IntArrays.mergeSort(rank, (x, y) -> Long.compare(fullness[y], fullness[x]));
        for (int k = 0; k < voxels.length; k++) {
            order[from + k] = voxels[rank[k]];
        }
    }

    private void enter(int voxel, int level) {
        components.activate(voxel);
        neighbours.visit(voxel);
        for (int n = 0; n < neighbours.voxels.length; n++) {
            int neighbour = neighbours.voxels[n];
            if (components.isActive(neighbour) && components.attach(neighbour, neighbours.crossings[n])) {
                windingsGrew(voxel, level);
            }
        }
    }

    private void windingsGrew(int voxel, int level) {
        WindingLattice windings = components.windings(components.root(voxel));
        network = network.with(windings);
        while (maxRank < windings.rank()) {
            closingVoxel[++maxRank] = voxel;
        }
        for (int axis = 0; axis < 3; axis++) {
            if (axisReached[axis] == 0 && windings.reaches(axis)) {
                axisReached[axis] = level;
                axisVoxel[axis] = voxel;
            }
            if (axisHeld[axis] == 0 && windings.holdsAxis(axis)) {
                axisHeld[axis] = level;
            }
        }
    }

    VoxelGrid grid() {
        return grid;
    }

    /** Most directions in which a component winds so far. */
    int maxRank() {
        return maxRank;
    }

    /** Windings of all components together so far. */
    WindingLattice network() {
        return network;
    }

    /** Voxels that have entered. */
    int entered() {
        return entered;
    }

    /** The highest count; 0 for an empty map. */
    int maxCount() {
        return order.length == 0 ? 0 : counts[order[0]];
    }

    /** The voxel whose entry brought a rank. */
    int closingVoxel(int rank) {
        return closingVoxel[rank];
    }

    AxisThreshold axis(int axis) {
        return AxisThreshold.of(axisReached[axis], axisHeld[axis], axisVoxel[axis]);
    }

    /** Whether all ranks and axes have been reached: only components can still change. */
    boolean complete() {
        return maxRank == 3 && axisHeld[0] != 0 && axisHeld[1] != 0 && axisHeld[2] != 0;
    }

    /** The voxels of a map that have a count, in rising order. */
    public static int[] visited(int[] counts) {
        int size = 0;
        for (int count : counts) {
            size += count > 0 ? 1 : 0;
        }
        int[] visited = new int[size];
        int next = 0;
        for (int voxel = 0; voxel < counts.length; voxel++) {
            if (counts[voxel] > 0) {
                visited[next++] = voxel;
            }
        }
        return visited;
    }
}
