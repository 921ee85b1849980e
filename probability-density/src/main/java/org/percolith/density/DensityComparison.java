package org.percolith.density;

import java.util.Locale;
import java.util.Optional;
import org.percolith.trajectory.Cell;

/**
 * Two systems' densities on one grid.
 *
 * @param difference first minus second, in the first one's cell
 * @param displacedIons ½ ∫ |Δρ| dV: ions that would have to move to turn one density into the other
 * @param displacedByChance what that would be if only the errors of both told them apart
 */
public record DensityComparison(DensityDifference difference, double displacedIons, double displacedByChance) {

    private static final double EDGE_TOLERANCE = 0.1;
    private static final double ANGLE_TOLERANCE_DEGREES = 5;

    /**
     * Compares. Errors are those of the bootstrap over ions, which are what a run has independent samples of.
     *
     * @throws IllegalArgumentException if the grids do not have the same numbers of voxels
     */
    public static DensityComparison of(DensityWithError first, DensityWithError second) {
        DensityDifference difference = DensityDifference.of(first.map(), second.map());
        return new DensityComparison(
                difference,
                difference.displacedIons(),
                difference.displacedByChance(
                        first.error().ionStdPerA3(),
                        second.error().ionStdPerA3(),
                        second.map().grid()));
    }

    /** Why two cells are too unlike for a voxel of one to be a voxel of the other; empty if they are not. */
    public static Optional<String> mismatch(Cell first, Cell second) {
        for (int vector = 0; vector < 3; vector++) {
            double ratio = first.lengthA(vector) / second.lengthA(vector);
            if (Math.abs(ratio - 1) > EDGE_TOLERANCE) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "lattice vector %c is %.3f Å long in one and %.3f Å in the other",
                        "abc".charAt(vector),
                        first.lengthA(vector),
                        second.lengthA(vector)));
            }
            int next = (vector + 1) % 3;
            if (Math.abs(first.angleDegrees(vector, next) - second.angleDegrees(vector, next))
                    > ANGLE_TOLERANCE_DEGREES) {
                return Optional.of("the angles of the two cells differ by more than " + ANGLE_TOLERANCE_DEGREES + "°");
            }
        }
        return Optional.empty();
    }
}
