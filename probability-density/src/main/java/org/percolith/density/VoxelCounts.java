package org.percolith.density;

/**
 * How often each voxel was visited, exactly. Counts of any split of the data, over ions or over frames, merge to the
 * counts of the whole, in any order; one that passes 2³¹ - 1 is refused with an ArithmeticException. Not thread-safe: one accumulator a task.
 */
public final class VoxelCounts {

    private final VoxelGrid grid;
    private final int[] counts;

    private VoxelCounts(VoxelGrid grid) {
        this.grid = grid;
        counts = new int[grid.voxels()];
    }

    public static VoxelCounts empty(VoxelGrid grid) {
        return new VoxelCounts(grid);
    }

    public VoxelGrid grid() {
        return grid;
    }

    /** Counts one visit at fractional coordinates s, wrapped into the cell. */
    public void add(double sa, double sb, double sc) {
        int voxel = grid.voxelAt(sa, sb, sc);
        counts[voxel] = Math.incrementExact(counts[voxel]);
    }

    /** Adds all counts of the other accumulator to this one. */
    public void merge(VoxelCounts other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException(
                    "counts on different grids do not merge: " + grid + " and " + other.grid);
        }
        for (int v = 0; v < counts.length; v++) {
            counts[v] = Math.addExact(counts[v], other.counts[v]);
        }
    }

    public long count(int voxel) {
        return counts[voxel];
    }

    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The counts, in the grid's voxel order; handed over, since the accumulator is done with. */
    int[] take() {
        return counts;
    }
}
