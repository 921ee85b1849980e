package org.percolith.cli.result;

import java.util.List;
import java.util.Optional;
import org.percolith.pathways.Basin;
import org.percolith.pathways.BasinCoordination;
import org.percolith.pathways.BasinSaddle;

/**
 * The sites of the mobile ion as the density shows them.
 *
 * @param basins highest maximum first
 * @param saddles passes between them, lowest first
 * @param coordination framework atoms around each basin, up to the first minimum of the pair distribution
 * @param listed comparison with the sites of a crystal structure, if one was given
 */
public record SiteGraph(
        List<Basin> basins,
        List<BasinSaddle> saddles,
        List<BasinCoordination> coordination,
        Optional<ListedSites> listed) {
    public SiteGraph {
        basins = List.copyOf(basins);
        saddles = List.copyOf(saddles);
        coordination = List.copyOf(coordination);
    }

    /** Ions that the basins hold together. */
    public double occupancy() {
        return basins.stream().mapToDouble(Basin::occupancy).sum();
    }
}
