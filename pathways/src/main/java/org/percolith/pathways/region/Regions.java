package org.percolith.pathways.region;

import java.util.List;
import java.util.Optional;

/**
 * The regions of an interface model.
 *
 * @param regions inside and outside; none where there is no interface, or none was asked for
 * @param profile across a slab; absent for regions by distance
 */
public record Regions(List<Region> regions, Optional<RegionProfile> profile) {

    /** No regions. */
    public static final Regions NONE = new Regions(List.of(), Optional.empty());

    public Regions {
        regions = List.copyOf(regions);
    }
}
