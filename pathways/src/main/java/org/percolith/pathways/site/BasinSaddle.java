package org.percolith.pathways.site;

import org.percolith.pathways.periodic.LatticeVector;

/**
 * The highest pass between two basins: an edge of the periodic graph of sites.
 *
 * @param from index of a basin
 * @param to index of a basin; the same one where a basin touches its own image
 * @param translation lattice vector from {@code from}'s cell to the image of {@code to} behind the pass
 * @param sa fractional coordinate along a of the voxel at the pass, in [0, 1)
 * @param sb along b
 * @param sc along c
 * @param densityPerA3 smoothed density there, Å⁻³
 * @param energyEv -kB T ln(ρ / ρ_max), above the highest density of the map, eV
 * @param climbFromEv above the maximum of {@code from}, eV
 * @param climbToEv above the maximum of {@code to}, eV
 * @param visits how many visits of the very place would make this density after smoothing, ρ T (2π σ²)^(3/2) for T
 *     frames: below one, the pass consists of the tails of visits elsewhere
 */
public record BasinSaddle(
        int from,
        int to,
        LatticeVector translation,
        double sa,
        double sb,
        double sc,
        double densityPerA3,
        double energyEv,
        double climbFromEv,
        double climbToEv,
        double visits) {

    /** Whether at least one visit's worth of density lies on the pass. */
    public boolean isObserved() {
        return visits >= 1;
    }
}
