package org.percolith.pathways.percolation;

import java.util.List;
import java.util.Optional;
import org.percolith.pathways.periodic.WindingLattice;

/**
 * How one map of integer counts percolates.
 *
 * @param maxCount highest count τ_max; 0 for an empty map
 * @param thresholds levels at which a single component first winds in 1, 2, 3 directions, as far as it comes
 * @param axes thresholds along lattice vectors a, b, c
 * @param network windings of all components taken together: two crossing sets of channels that never touch have rank 1
 *     each, and network rank 2
 * @param components components that wind, largest share first, when all visited voxels are in
 * @param cages number of components that do not wind, when all visited voxels are in
 */
public record Percolation(
        int maxCount,
        List<RankThreshold> thresholds,
        List<AxisThreshold> axes,
        WindingLattice network,
        List<PercolatingComponent> components,
        int cages) {
    public Percolation {
        thresholds = List.copyOf(thresholds);
        axes = List.copyOf(axes);
        components = List.copyOf(components);
    }

    /** Most independent directions in which a single component winds, 0 to 3. */
    public int rank() {
        return thresholds.size();
    }

    /** The threshold of a rank 1, 2 or 3; empty where the map never gets there. */
    public Optional<RankThreshold> threshold(int rank) {
        return rank <= thresholds.size() ? Optional.of(thresholds.get(rank - 1)) : Optional.empty();
    }
}
