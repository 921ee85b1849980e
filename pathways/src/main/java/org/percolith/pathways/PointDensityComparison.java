package org.percolith.pathways;

import java.util.OptionalDouble;

/**
 * Percolation of the plain visit counts on the same grid, for comparison: positions alone, not joined by segments.
 *
 * @param rank most directions in which a bottleneck of at least {@link #MIN_COUNTS} counts connects
 * @param barrierEv F_c of that rank from the point density, eV; empty for rank 0
 */
public record PointDensityComparison(int rank, OptionalDouble barrierEv) {

    /** Fewer counts at the bottleneck say nothing about the density there. */
    public static final int MIN_COUNTS = 5;
}
