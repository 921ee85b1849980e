package org.percolith.pathways.percolation;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.trajectory.Cell;

/** A map of counts on a periodic grid, drawn voxel by voxel. */
public final class IntegerMap {

    public final VoxelGrid grid;
    public final int[] counts;

    private IntegerMap(VoxelGrid grid, int[] counts) {
        this.grid = grid;
        this.counts = counts;
    }

    @FunctionalInterface
    public interface CountAt {
        int count(int i, int j, int k);
    }

    public static IntegerMap empty(int na, int nb, int nc) {
        VoxelGrid grid = new VoxelGrid(Cell.orthorhombic(na, nb, nc), na, nb, nc);
        return new IntegerMap(grid, new int[grid.voxels()]);
    }

    public static IntegerMap of(int na, int nb, int nc, CountAt source) {
        IntegerMap map = empty(na, nb, nc);
        for (int voxel = 0; voxel < map.counts.length; voxel++) {
            map.counts[voxel] =
                    source.count(map.grid.slotOf(voxel, 0), map.grid.slotOf(voxel, 1), map.grid.slotOf(voxel, 2));
        }
        return map;
    }

    /** Count at any integer coordinates, wrapped. */
    public int at(int i, int j, int k) {
        return counts[index(i, j, k)];
    }

    /** Sets the count at any integer coordinates, wrapped. */
    public void set(int i, int j, int k, int count) {
        counts[index(i, j, k)] = count;
    }

    private int index(int i, int j, int k) {
        return grid.index(Math.floorMod(i, grid.na()), Math.floorMod(j, grid.nb()), Math.floorMod(k, grid.nc()));
    }

    /** Marks a walk of face steps: per letter x, y, z one step forward, X, Y, Z one back; the start is marked too. */
    public void walk(int i, int j, int k, String steps) {
        int[] at = {i, j, k};
        set(i, j, k, 1);
        steps.chars().forEach(step -> {
            at["xyz".indexOf(Character.toLowerCase(step))] += Character.isLowerCase(step) ? 1 : -1;
            set(at[0], at[1], at[2], 1);
        });
    }

    public Percolation sweep(NeighbourShell shell) {
        return new PercolationSweep(grid, shell).sweep(counts);
    }

    public IntegerMap mapped(IntUnaryOperator change) {
        return new IntegerMap(grid, IntStream.of(counts).map(change).toArray());
    }
}
