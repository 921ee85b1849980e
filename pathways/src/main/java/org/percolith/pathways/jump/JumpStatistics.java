package org.percolith.pathways.jump;

import java.util.List;
import java.util.Map;
import org.percolith.trajectory.quantity.Estimate;

/**
 * What the hops of a run say.
 *
 * @param count hops seen
 * @param perIonPerNs Γ, hops per ion and nanosecond
 * @param lengthA a, root mean squared distance between the centres of basins visited in turn, Å
 * @param lengthSpreadA standard deviation of the single lengths, Å
 * @param residencePs mean time in a basin between two hops, ps
 * @param correlationFactor f = Σ|Σ a|²/ΣΣ|a|², the sums over the hops of each ion
 * @param forwardBackward ⟨a_k · a_(k+1)⟩/⟨a²⟩: -1 if each hop goes straight back
 * @param concertedFraction share of the hops that follow another ion's into the place it left, beyond chance
 * @param directionShare shares of Σ|a|² along x, y and z: a third each where hops lead everywhere alike
 * @param leftFirstBasin share of the ions that left their first basin at least once
 * @param kinds by kind of basin, the most occupied first
 * @param transitions hops from kind (row) to kind (column)
 * @param countByCore hops with the core begun at 0.3, 0.5 and 0.7 of each basin's depth
 */
public record JumpStatistics(
        int count,
        Estimate perIonPerNs,
        Estimate lengthA,
        double lengthSpreadA,
        Estimate residencePs,
        Estimate correlationFactor,
        Estimate forwardBackward,
        Estimate concertedFraction,
        List<Estimate> directionShare,
        Estimate leftFirstBasin,
        List<KindJumps> kinds,
        List<List<Integer>> transitions,
        Map<Double, Integer> countByCore) {

    public JumpStatistics {
        directionShare = List.copyOf(directionShare);
        kinds = List.copyOf(kinds);
        transitions = transitions.stream().map(List::copyOf).toList();
    }

    /**
     * One kind of basin.
     *
     * @param name kind
     * @param basins of this kind
     * @param timeShare share of all ions' time
     * @param leavesPerNs hops out of such a basin per ion in it and nanosecond
     * @param residencePs mean time in it, the inverse
     * @param medianStayPs median of the stays seen from begin to end, ps; NaN where there is none
     */
    public record KindJumps(
            String name,
            int basins,
            double timeShare,
            Estimate leavesPerNs,
            Estimate residencePs,
            double medianStayPs) {}
}
