package org.percolith.pathways;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.percolith.density.VoxelGrid;

/**
 * Percolation of a map of integer counts on a periodic grid. Voxels enter by falling count; a periodic union-find keeps
 * each component's winding lattice, whose rank is the dimensionality of the pathway at that level. The level at which a
 * rank is first reached is the exact minimax of the map: the highest lowest point of any path that winds so. Cost
 * O(n α(n)) in the visited voxels n, after a counting sort. Not thread-safe, and reusable: one sweep a task.
 */
public final class PercolationSweep {

    private final LevelSweep levels;

    /** A sweep over maps on grids of these dimensions. */
    public PercolationSweep(VoxelGrid grid, NeighbourShell shell) {
        levels = new LevelSweep(grid, shell);
    }

    /**
     * Everything about how a map percolates. The levels at which something happens are found by a first sweep, so that
     * the second can let their voxels in by an order that does not depend on the grid's origin: the bottlenecks are then
     * the same voxels of the crystal wherever the grid begins, unless even the surroundings of tied voxels are alike.
     *
     * @param counts one non-negative count per voxel, in the grid's order; voxels of count 0 never enter
     */
    public Percolation sweep(int[] counts) {
        levels.begin(counts, LevelSweep.visited(counts), eventLevels(counts));
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        List<RankThreshold> thresholds = new ArrayList<>();
        while (levels.hasNext() && !levels.complete()) {
            int rankBefore = levels.maxRank();
            int level = levels.enterLevel();
            if (levels.maxRank() > rankBefore) {
                addThresholds(rankBefore + 1, level, counts, total, thresholds);
            }
        }
        levels.enterRest();
        List<PercolatingComponent> winding = windingComponents(counts, total);
        return new Percolation(
                levels.maxCount(),
                thresholds,
                List.of(levels.axis(0), levels.axis(1), levels.axis(2)),
                levels.network(),
                winding,
                levels.components.components() - winding.size());
    }

    /** Levels at which a rank or an axis is first reached. */
    private IntSet eventLevels(int[] counts) {
        IntSet events = new IntOpenHashSet();
        levels.begin(counts, LevelSweep.visited(counts), IntSets.EMPTY_SET);
        while (levels.hasNext() && !levels.complete()) {
            int rankBefore = levels.maxRank();
            int level = levels.enterLevel();
            if (levels.maxRank() > rankBefore) {
                events.add(level);
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            levels.axis(axis).reached().ifPresent(events::add);
        }
        return events;
    }

    /**
     * Only the levels at which rank 1, 2 and 3 are first reached. Stops as soon as rank 3 is reached.
     *
     * @param candidates the voxels that may have a count, in rising order
     */
    ResampleThresholds thresholds(int[] counts, int[] candidates) {
        return thresholds(counts, candidates, IntSets.EMPTY_SET);
    }

    /** The same, with closing voxels that do not depend on the grid's origin, as in {@link #sweep}. */
    ResampleThresholds settledThresholds(int[] counts, int[] candidates) {
        return thresholds(
                counts,
                candidates,
                new IntOpenHashSet(thresholds(counts, candidates).counts()));
    }

    private ResampleThresholds thresholds(int[] counts, int[] candidates, IntSet settled) {
        int[] visited =
                Arrays.stream(candidates).filter(voxel -> counts[voxel] > 0).toArray();
        levels.begin(counts, visited, settled);
        List<Integer> reached = new ArrayList<>(3);
        List<Integer> closing = new ArrayList<>(3);
        while (levels.hasNext() && levels.maxRank() < 3) {
            int level = levels.enterLevel();
            while (reached.size() < levels.maxRank()) {
                reached.add(level);
                closing.add(levels.closingVoxel(reached.size()));
            }
        }
        return new ResampleThresholds(levels.maxCount(), reached, closing);
    }

    /**
     * How the map opens up as the level falls.
     *
     * @param counts as for {@link #sweep}
     */
    public DimensionalityCurve curve(int[] counts) {
        levels.begin(counts, LevelSweep.visited(counts), IntSets.EMPTY_SET);
        IntArrayList counted = new IntArrayList();
        IntArrayList ranks = new IntArrayList();
        IntArrayList networkRanks = new IntArrayList();
        IntArrayList entered = new IntArrayList();
        IntArrayList percolating = new IntArrayList();
        while (levels.hasNext()) {
            counted.add(levels.enterLevel());
            ranks.add(levels.maxRank());
            networkRanks.add(levels.network().rank());
            entered.add(levels.entered());
            percolating.add(Arrays.stream(levels.components.windingRoots())
                    .map(levels.components::size)
                    .sum());
        }
        return new DimensionalityCurve(
                counted.toIntArray(),
                ranks.toIntArray(),
                networkRanks.toIntArray(),
                fractions(entered, counts.length),
                fractions(percolating, counts.length));
    }

    private static double[] fractions(IntArrayList voxels, int of) {
        return voxels.intStream().mapToDouble(n -> (double) n / of).toArray();
    }

    private void addThresholds(int firstRank, int level, int[] counts, long total, List<RankThreshold> thresholds) {
        PeriodicUnionFind components = levels.components;
        int maxRank = levels.maxRank();
        long[] inside = new long[4];
        int[] roots = new int[4];
        for (int rank = firstRank; rank <= maxRank; rank++) {
            roots[rank] = components.root(levels.closingVoxel(rank));
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
                    levels.maxCount(),
                    levels.closingVoxel(rank),
                    components.windings(roots[rank]),
                    (double) inside[rank] / total));
        }
    }

    private List<PercolatingComponent> windingComponents(int[] counts, long total) {
        PeriodicUnionFind components = levels.components;
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
