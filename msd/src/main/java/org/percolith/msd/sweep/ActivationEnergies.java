package org.percolith.msd.sweep;

import org.percolith.trajectory.quantity.Estimate;

/**
 * The activation energy in the three conventions in use, eV. They differ by about kB T: which one is meant must be said.
 *
 * @param ofDiffusivityEv slope of ln D
 * @param ofConductivityTEv slope of ln(σT)
 * @param ofConductivityEv slope of ln σ
 */
public record ActivationEnergies(Estimate ofDiffusivityEv, Estimate ofConductivityTEv, Estimate ofConductivityEv) {}
