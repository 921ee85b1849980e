package org.percolith.cli.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.pathways.carrier.Carriers;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.ledger.Ledger;
import org.percolith.pathways.region.Regions;
import org.percolith.pathways.residence.Residence;
import org.percolith.pathways.rotation.UnitRotation;
import org.percolith.trajectory.quantity.Verdict;

/**
 * Why the ions move as they do.
 *
 * @param jumps hops between basins
 * @param ledger terms of the conductivity; absent without displacement statistics
 * @param residence on anions; absent where the framework has none
 * @param rotation of the polyanions, by kind
 * @param regions of an interface model; none unless asked for
 * @param unnamedSlab where regions were not asked for: the slab that {@code --regions auto} would take
 * @param carriers of several species; absent unless asked for
 */
public record Mechanism(
        JumpStatistics jumps,
        Optional<Ledger> ledger,
        Optional<Residence> residence,
        List<UnitRotation> rotation,
        Regions regions,
        Optional<String> unnamedSlab,
        Optional<Carriers> carriers) {

    public Mechanism {
        rotation = List.copyOf(rotation);
    }

    /** L1 and R1. */
    public List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        ledger.ifPresent(found -> verdicts.add(found.verdict()));
        residence.ifPresent(found -> verdicts.add(found.verdict()));
        return verdicts;
    }
}
