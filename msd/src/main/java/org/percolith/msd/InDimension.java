package org.percolith.msd;

import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The diffusivity within the directions that the ions use, D_d = MSD/(2 d t) = 3 D_3/d, beside D_3 = MSD/(6 t), the average
 * over all directions, which is what the conductivity takes.
 *
 * @param dimension d, 1 or 2
 * @param cm2PerS D_d, cm²/s
 */
public record InDimension(int dimension, Estimate.Measured cm2PerS) {

    /** D_d of a measured D_3 where the motion is one- or two-dimensional; nothing elsewhere. */
    public static Optional<InDimension> of(Optional<Dimensionality> found, Estimate averageCm2PerS) {
        int dimension = found.map(Dimensionality::value)
                .filter(value -> value.isPresent())
                .map(value -> value.getAsInt())
                .orElse(0);
        boolean lower = dimension == 1 || dimension == 2;
        return lower && averageCm2PerS instanceof Estimate.Measured measured
                ? Optional.of(new InDimension(dimension, measured.scaled((double) RunShape.DIMENSIONS / dimension)))
                : Optional.empty();
    }
}
