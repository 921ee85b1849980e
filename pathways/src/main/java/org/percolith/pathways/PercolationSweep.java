package org.percolith.pathways;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.percolith.density.VoxelGrid;

/**
 * Percolation of a map of integer counts on a periodic grid. Voxels enter by falling count; a periodic union-find keeps
 * each component's winding lattice, whose rank is the dimensionality of the pathway at that level. The level at which a
 * rank is first reached is the exact minimax of the map: the highest lowest point of any path that winds so. Levels are
 * judged when all their voxels are in, so ties do not matter. Cost O(n α(n)) in the visited voxels n, after a counting
 * sort. Not thread-safe, and reusable: one sweep a task.
 */
public final class PercolationSweep {

    private final VoxelNeighbours neighbours;
    private final PeriodicUnionFind components;

    // State of the sweep under way.
    private int[] order = {};
    private int entered;
    private int maxRank;
    private WindingLattice network = WindingLattice.POINT;
    private boolean levelGrewWindings;
    private final int[] closingVoxel = new int[4];
    private final int[] axisReached = new int[3];
    private final int[] axisHeld = new int[3];

    /** A sweep over maps on grids of these dimensions. */
    public PercolationSweep(VoxelGrid grid, NeighbourShell shell) {
        neighbours = new VoxelNeighbours(grid.na(), grid.nb(), grid.nc(), shell);
        components = new PeriodicUnionFind(grid.voxels());
    }

    /**
     * Everything about how a map percolates.
     *
     * @param counts one non-negative count per voxel, in the grid's order; voxels of count 0 never enter
     */
    public Percolation sweep(int[] counts) {
        begin(counts, visited(counts));
        long total = 0;
        for (int voxel : order) {
            total += counts[voxel];
        }
        List<RankThreshold> thresholds = new ArrayList<>();
        while (entered < order.length) {
            int rankBefore = maxRank;
            int level = enterLevel(counts);
            if (maxRank > rankBefore) {
                addThresholds(rankBefore + 1, level, counts, total, thresholds);
            }
        }
        List<PercolatingComponent> winding = windingComponents(counts, total);
        return new Percolation(
                order.length == 0 ? 0 : counts[order[0]],
                thresholds,
                List.of(axis(0), axis(1), axis(2)),
                network,
                winding,
                components.components() - winding.size());
    }

    /**
     * Only the levels at which rank 1, 2 and 3 are first reached. Stops as soon as rank 3 is reached.
     *
     * @param candidates the voxels that may have a count, in rising order
     */
    ResampleThresholds thresholds(int[] counts, int[] candidates) {
        begin(
                counts,
                Arrays.stream(candidates).filter(voxel -> counts[voxel] > 0).toArray());
        List<Integer> levels = new ArrayList<>(3);
        while (entered < order.length && maxRank < 3) {
            int level = enterLevel(counts);
            while (levels.size() < maxRank) {
                levels.add(level);
            }
        }
        return new ResampleThresholds(order.length == 0 ? 0 : counts[order[0]], levels);
    }

    static int[] visited(int[] counts) {
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

    private void begin(int[] counts, int[] visited) {
        components.clear();
        order = FallingOrder.sort(visited, visited.length, counts);
        entered = 0;
        maxRank = 0;
        network = WindingLattice.POINT;
        Arrays.fill(axisReached, 0);
        Arrays.fill(axisHeld, 0);
    }

    /** Enters all voxels of the next level and returns it. */
    private int enterLevel(int[] counts) {
        int level = counts[order[entered]];
        levelGrewWindings = false;
        while (entered < order.length && counts[order[entered]] == level) {
            enter(order[entered++]);
        }
        if (levelGrewWindings) {
            judgeAxes(level);
        }
        return level;
    }

    private void enter(int voxel) {
        components.activate(voxel);
        neighbours.visit(voxel);
        for (int n = 0; n < neighbours.voxels.length; n++) {
            int neighbour = neighbours.voxels[n];
            if (components.isActive(neighbour) && components.attach(neighbour, neighbours.crossings[n])) {
                windingsGrew(voxel);
            }
        }
    }

    private void windingsGrew(int voxel) {
        WindingLattice windings = components.windings(components.root(voxel));
        levelGrewWindings = true;
        network = network.with(windings);
        while (maxRank < windings.rank()) {
            closingVoxel[++maxRank] = voxel;
        }
    }

    private void judgeAxes(int level) {
        for (int root : components.windingRoots()) {
            WindingLattice windings = components.windings(root);
            for (int axis = 0; axis < 3; axis++) {
                if (axisReached[axis] == 0 && windings.reaches(axis)) {
                    axisReached[axis] = level;
                }
                if (axisHeld[axis] == 0 && windings.holdsAxis(axis)) {
                    axisHeld[axis] = level;
                }
            }
        }
    }

    private void addThresholds(int firstRank, int level, int[] counts, long total, List<RankThreshold> thresholds) {
        long[] inside = new long[4];
        int[] roots = new int[4];
        for (int rank = firstRank; rank <= maxRank; rank++) {
            roots[rank] = components.root(closingVoxel[rank]);
        }
        // In voxel order, not in falling order: neighbours in memory share their way to the root.
        for (int voxel = 0; voxel < counts.length; voxel++) {
            if (counts[voxel] >= level) {
                int root = components.root(voxel);
                for (int rank = firstRank; rank <= maxRank; rank++) {
                    inside[rank] += root == roots[rank] ? counts[voxel] : 0;
                }
            }
        }
        for (int rank = firstRank; rank <= maxRank; rank++) {
            thresholds.add(new RankThreshold(
                    rank,
                    level,
                    counts[order[0]],
                    closingVoxel[rank],
                    components.windings(roots[rank]),
                    (double) inside[rank] / total));
        }
    }

    private AxisThreshold axis(int axis) {
        return new AxisThreshold(level(axisReached[axis]), level(axisHeld[axis]));
    }

    private static OptionalInt level(int count) {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }

    private List<PercolatingComponent> windingComponents(int[] counts, long total) {
        int[] roots = components.windingRoots();
        Arrays.sort(roots);
        long[] inside = new long[roots.length];
        int[] voxels = new int[roots.length];
        for (int voxel = 0; voxel < counts.length && roots.length > 0; voxel++) {
            int slot = counts[voxel] == 0 ? -1 : Arrays.binarySearch(roots, components.root(voxel));
            if (slot >= 0) {
                inside[slot] += counts[voxel];
                voxels[slot]++;
            }
        }
        List<PercolatingComponent> winding = new ArrayList<>();
        for (int slot = 0; slot < roots.length; slot++) {
            winding.add(new PercolatingComponent(
                    components.windings(roots[slot]), voxels[slot], (double) inside[slot] / total));
        }
        winding.sort(Comparator.comparingDouble(PercolatingComponent::share).reversed());
        return winding;
    }
}
