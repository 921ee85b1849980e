package org.percolith.pathways.region;

import java.util.Map;
import java.util.TreeMap;
import org.percolith.trajectory.quantity.Estimate;

/**
 * One region and what the mobile ions do in it.
 *
 * @param name {@code slab of PO4}
 * @param definition in words, with its numbers
 * @param share of the ions' time
 * @param parallelCm2PerS D along the interface, of ions that stay the whole lag, cm²/s
 * @param perpendicularCm2PerS D across it, by the decay of the lowest mode between absorbing bounds, cm²/s
 * @param residencePs mean time from entry to exit, ps
 * @param currentShare part of Σ N D∥ that this region carries; withheld where a D is not known
 * @param unitsInside framework units of each kind, mean number
 */
public record Region(
        String name,
        String definition,
        Estimate share,
        Estimate parallelCm2PerS,
        Estimate perpendicularCm2PerS,
        Estimate residencePs,
        Estimate currentShare,
        Map<String, Double> unitsInside) {
    public Region {
        unitsInside = Map.copyOf(new TreeMap<>(unitsInside));
    }
}
