package org.percolith.pathways.region;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Composition across an interface: what lies how far from the slab's centre, in the frame in which the slab rests.
 *
 * @param vector lattice vector that is followed, 0 to 2
 * @param distanceA middle of each layer, from the slab's centre along the normal, Å
 * @param perA3 number density of each species in each layer, Å⁻³; the mobile ion first
 * @param lowA lower bound of the slab, Å
 * @param highA upper bound
 */
public record RegionProfile(
        int vector, List<Double> distanceA, Map<String, List<Double>> perA3, double lowA, double highA) {
    public RegionProfile {
        distanceA = List.copyOf(distanceA);
        perA3 = Collections.unmodifiableMap(new LinkedHashMap<>(perA3));
    }
}
