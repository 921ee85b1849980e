package org.percolith.pathways.percolation;

import java.util.OptionalInt;

/**
 * The highest levels at which some component conducts along one lattice vector, in both senses of the word.
 *
 * @param reached when a winding first has a component along the vector; empty if never
 * @param held when a multiple of the vector itself is first a winding; empty if never
 * @param bottleneckVoxel the voxel whose entry first brought a component along the vector; empty if never
 */
public record AxisThreshold(OptionalInt reached, OptionalInt held, OptionalInt bottleneckVoxel) {

    /** Levels as counts, 0 for never. */
    static AxisThreshold of(int reached, int held, int voxel) {
        return new AxisThreshold(
                level(reached), level(held), reached == 0 ? OptionalInt.empty() : OptionalInt.of(voxel));
    }

    private static OptionalInt level(int count) {
        return count == 0 ? OptionalInt.empty() : OptionalInt.of(count);
    }
}
