package org.percolith.pathways;

import java.util.OptionalDouble;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The barrier F_c = kB T ln(ρ_site/ρ_pass) from the densest site to the thinnest place of the pathway that connects in
 * {@code rank} directions.
 *
 * @param rank 1, 2 or 3
 * @param barrierEv the barrier, by {@link CrossValidation}; withheld unless 95 % of the resamples of the ions reach the rank
 * @param mapEv -kB T ln(τ_c/τ_max) of this run's map, which overstates the barrier; empty if the map never connects
 */
public record BarrierEstimate(int rank, Estimate barrierEv, OptionalDouble mapEv) {}
