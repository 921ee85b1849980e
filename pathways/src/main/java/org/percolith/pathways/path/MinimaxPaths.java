package org.percolith.pathways.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.density.VoxelGrid;
import org.percolith.pathways.percolation.AxisThreshold;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.periodic.WindingClass;

/** The minimax pathways of a map: one for each rank that it reaches and for each lattice vector along which it leads. */
public final class MinimaxPaths {

    private static final List<String> AXES = List.of("a", "b", "c");

    private final VoxelGrid grid;
    private final NeighbourShell shell;
    private final int[] counts;
    private final Percolation percolation;
    private final double temperatureK;

    private MinimaxPaths(
            VoxelGrid grid, NeighbourShell shell, int[] counts, Percolation percolation, double temperatureK) {
        this.grid = grid;
        this.shell = shell;
        this.counts = counts;
        this.percolation = percolation;
        this.temperatureK = temperatureK;
    }

    /**
     * The pathways of all events, ranks first. The pathway of rank r winds in a direction that those of the lower ranks
     * do not span.
     *
     * @param counts the map, in the grid's voxel order
     * @param percolation the sweep of that map
     */
    public static List<MinimaxPath> find(
            VoxelGrid grid, NeighbourShell shell, int[] counts, Percolation percolation, double temperatureK) {
        return new MinimaxPaths(grid, shell, counts, percolation, temperatureK).find();
    }

    private List<MinimaxPath> find() {
        List<MinimaxPath> paths = new ArrayList<>();
        for (RankThreshold threshold : percolation.thresholds()) {
            LatticeVector[] spanned = paths.stream().map(MinimaxPath::winding).toArray(LatticeVector[]::new);
            search(threshold.rank() + "d", threshold.bottleneckVoxel(), threshold.count(), WindingClass.beyond(spanned))
                    .ifPresent(paths::add);
        }
        for (int axis = 0; axis < 3; axis++) {
            AxisThreshold threshold = percolation.axes().get(axis);
            if (threshold.reached().isPresent()) {
                search(
                                AXES.get(axis),
                                threshold.bottleneckVoxel().orElseThrow(),
                                threshold.reached().orElseThrow(),
                                WindingClass.along(axis))
                        .ifPresent(paths::add);
            }
        }
        return paths;
    }

    private Optional<MinimaxPath> search(String event, int voxel, int level, WindingClass windings) {
        return new PathSearch(grid, shell, counts, level, windings)
                .loop(voxel)
                .map(loop -> MinimaxPath.of(event, loop, grid, counts, percolation.maxCount(), temperatureK));
    }
}
