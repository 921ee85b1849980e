package org.percolith.pathways.carrier;

import java.util.List;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Several mobile species and the Onsager matrix of their collective displacements,
 *
 * <p>L_ij = lim ⟨ΔP_i · ΔP_j⟩/(6 N t), P_i = Σ r over the ions of species i, N the ions of all species;
 * σ = N e²/(V kB T) Σ z_i z_j L_ij; transference number t_i = Σ_j z_i z_j L_ij / Σ_kj z_k z_j L_kj
 * (Fong, Self, McCloskey and Persson 2021, doi 10.1021/acs.macromol.0c02545).
 *
 * @param referenceFrame in which all displacements are taken
 * @param species one entry a species
 * @param onsagerCm2PerS L, cm²/s, row by row
 * @param conductivityMsPerCm of all together
 * @param transference of each species; they sum to 1
 */
public record Carriers(
        String referenceFrame,
        List<OneCarrier> species,
        List<List<Estimate>> onsagerCm2PerS,
        Estimate conductivityMsPerCm,
        List<Estimate> transference) {

    /**
     * One of them.
     *
     * @param species element
     * @param count ions
     * @param chargeE e
     * @param tracerCm2PerS D-star in the same reference frame
     */
    public record OneCarrier(String species, int count, double chargeE, Estimate tracerCm2PerS) {}

    public Carriers {
        species = List.copyOf(species);
        onsagerCm2PerS = onsagerCm2PerS.stream().map(List::copyOf).toList();
        transference = List.copyOf(transference);
    }
}
