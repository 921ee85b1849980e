package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.percolith.cli.result.Mechanism;
import org.percolith.cli.result.MechanismSweep;
import org.percolith.pathways.carrier.Carriers;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.jump.JumpStatistics.KindJumps;
import org.percolith.pathways.ledger.Ledger;
import org.percolith.pathways.region.Region;
import org.percolith.pathways.residence.Residence;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.pathways.rotation.UnitRotation;
import org.percolith.trajectory.quantity.Estimate;

/** Hops, ledger, residence, regions and carriers as objects of a run in {@code summary.json}. */
public final class MechanismJson {

    private MechanismJson() {}

    static void put(ObjectNode run, Mechanism mechanism) {
        run.set("jumps", jumps(mechanism.jumps()));
        mechanism.ledger().ifPresent(ledger -> run.set("ledger", ledger(ledger)));
        mechanism.residence().ifPresent(residence -> run.set("residence", residence(residence)));
        if (!mechanism.rotation().isEmpty()) {
            run.set("rotation", rotation(mechanism.rotation()));
        }
        if (!mechanism.regions().regions().isEmpty()) {
            run.set("regions", regions(mechanism.regions().regions()));
        }
        mechanism.carriers().ifPresent(carriers -> put(run, carriers));
    }

    private static ObjectNode jumps(JumpStatistics found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("count", found.count());
        node.set("per_ion_per_ns", EstimateJson.of(found.perIonPerNs()));
        node.set("length_A", EstimateJson.of(found.lengthA()));
        node.put("length_spread_A", found.lengthSpreadA());
        node.set("residence_ps", EstimateJson.of(found.residencePs()));
        node.set("correlation_factor", EstimateJson.of(found.correlationFactor()));
        node.set("forward_backward", EstimateJson.of(found.forwardBackward()));
        ArrayNode directions = node.putArray("direction_share");
        found.directionShare().forEach(share -> directions.add(EstimateJson.of(share)));
        node.set("concerted_fraction", EstimateJson.of(found.concertedFraction()));
        ArrayNode kinds = node.putArray("kinds");
        for (KindJumps kind : found.kinds()) {
            ObjectNode entry = kinds.addObject()
                    .put("kind", kind.name())
                    .put("basins", kind.basins())
                    .put("time_share", kind.timeShare());
            entry.set("leaves_per_ns", EstimateJson.of(kind.leavesPerNs()));
            entry.set("residence_ps", EstimateJson.of(kind.residencePs()));
            EstimateJson.putNumber(entry, "median_stay_ps", kind.medianStayPs());
        }
        ArrayNode transitions = node.putArray("transitions");
        for (List<Integer> row : found.transitions()) {
            ArrayNode counts = transitions.addArray();
            row.forEach(counts::add);
        }
        ObjectNode sensitivity = node.putObject("sensitivity");
        found.countByCore().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sensitivity.put(entry.getKey().toString(), entry.getValue()));
        return node;
    }

    private static ObjectNode ledger(Ledger ledger) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode terms = node.putObject("terms");
        terms.set("f", EstimateJson.of(ledger.correlationFactor()));
        terms.set("f_from_jumps", EstimateJson.of(ledger.correlationFactorOfJumps()));
        terms.set("haven_ratio", EstimateJson.of(ledger.havenRatio()));
        terms.set("active_per_cm3", EstimateJson.of(ledger.activePerCm3()));
        terms.set("a_A", EstimateJson.of(ledger.lengthA()));
        terms.set("gamma_THz", EstimateJson.of(ledger.rateThz()));
        terms.set("nu0_THz", EstimateJson.of(ledger.attemptThz()));
        node.put("total_per_cm3", ledger.totalPerCm3());
        node.set("random_walk_cm2_s", EstimateJson.of(ledger.randomWalkCm2PerS()));
        ArrayNode vibration = node.putArray("vibration");
        ledger.vibration().forEach(kind -> vibration
                .addObject()
                .put("kind", kind.kind())
                .set("mean_square_A2", EstimateJson.of(kind.meanSquareA2())));
        node.set("product_mS_cm", EstimateJson.of(ledger.productMsPerCm()));
        node.set("measured_mS_cm", EstimateJson.of(ledger.measuredMsPerCm()));
        if (ledger.residualStd().isPresent()) {
            node.put("residual_std", ledger.residualStd().getAsDouble());
        } else {
            node.putNull("residual_std");
        }
        return node;
    }

    /** What the mechanism does over a sweep: {@code ledger}, {@code regions}, {@code residence}. */
    public static void putSweep(ObjectNode sweep, MechanismSweep mechanism) {
        mechanism.ledger().ifPresent(ledger -> {
            ObjectNode node = sweep.putObject("ledger");
            node.set("delta_H_eV", EstimateJson.of(ledger.enthalpyEv()));
            node.set("delta_S_kB", EstimateJson.of(ledger.entropyKb()));
            node.put("correlation", ledger.rateThz().correlation());
        });
        if (!mechanism.regions().isEmpty()) {
            ArrayNode regions = sweep.putArray("regions");
            mechanism.regions().forEach((name, energyEv) -> regions.addObject()
                    .put("name", name)
                    .set("activation_energy_eV", EstimateJson.of(energyEv)));
        }
        if (!mechanism.balances().isEmpty()) {
            ArrayNode balances = sweep.putArray("residence");
            mechanism.balances().forEach(at -> balances.addObject()
                    .put("temperature_K", at.temperatureK())
                    .set("balance", EstimateJson.of(at.balance())));
        }
    }

    private static ObjectNode residence(Residence found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode units = node.putArray("units");
        for (UnitResidence unit : found.units()) {
            ObjectNode entry = units.addObject().put("unit", unit.unit()).put("count", unit.count());
            entry.set("share", EstimateJson.of(unit.share()));
            entry.put("share_per_unit", unit.perUnit());
            entry.set("share_bond_valence", EstimateJson.of(unit.shareBondValence()));
            entry.set("neighbours", EstimateJson.of(unit.neighbours()));
            entry.set("neighbour_share", EstimateJson.of(unit.neighbourShare()));
            entry.set("lifetime_ps", EstimateJson.of(unit.lifetimePs()));
            entry.set("intermittent_lifetime_ps", EstimateJson.of(unit.intermittentPs()));
        }
        node.set("exchange_per_ns", matrix(found.exchangePerNs()));
        node.set("balance", EstimateJson.of(found.balance()));
        node.set("coordination_entropy_kB", EstimateJson.of(found.coordinationEntropyKb()));
        return node.put("look_interval_ps", found.lookIntervalPs());
    }

    private static ArrayNode matrix(List<List<Estimate>> estimates) {
        ArrayNode matrix = JsonNodeFactory.instance.arrayNode();
        for (List<Estimate> row : estimates) {
            ArrayNode entries = matrix.addArray();
            row.forEach(estimate -> entries.add(EstimateJson.of(estimate)));
        }
        return matrix;
    }

    private static ArrayNode rotation(List<UnitRotation> found) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (UnitRotation unit : found) {
            ObjectNode entry = array.addObject()
                    .put("unit", unit.unit())
                    .put("count", unit.count())
                    .put("motion", unit.motion().words())
                    .put("turns", unit.turns());
            entry.set("libration_degrees", EstimateJson.of(unit.librationDegrees()));
            entry.set("turns_per_ns", EstimateJson.of(unit.turnsPerNs()));
            EstimateJson.putNumber(entry, "mean_turn_degrees", unit.meanTurnDegrees());
            entry.set("tau1_ps", EstimateJson.of(unit.tau1Ps()));
            entry.set("tau2_ps", EstimateJson.of(unit.tau2Ps()));
            entry.set("hops_with_turns", EstimateJson.of(unit.hopsWithTurns()));
        }
        return array;
    }

    private static ArrayNode regions(List<Region> regions) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Region region : regions) {
            ObjectNode entry = array.addObject().put("name", region.name()).put("definition", region.definition());
            entry.set("share", EstimateJson.of(region.share()));
            entry.set("diffusivity_parallel_cm2_s", EstimateJson.of(region.parallelCm2PerS()));
            entry.set("diffusivity_perpendicular_cm2_s", EstimateJson.of(region.perpendicularCm2PerS()));
            entry.set("residence_ps", EstimateJson.of(region.residencePs()));
            entry.set("current_share", EstimateJson.of(region.currentShare()));
            ObjectNode units = entry.putObject("framework_units");
            region.unitsInside().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(unit -> units.put(unit.getKey(), unit.getValue()));
        }
        return array;
    }

    private static void put(ObjectNode run, Carriers found) {
        ArrayNode carriers = run.putArray("carriers");
        ObjectNode onsager = run.putObject("onsager").put("reference_frame", found.referenceFrame());
        ArrayNode species = onsager.putArray("species");
        found.species().forEach(one -> {
            carriers.addObject()
                    .put("species", one.species())
                    .put("count", one.count())
                    .put("charge_e", one.chargeE())
                    .set("tracer_cm2_s", EstimateJson.of(one.tracerCm2PerS()));
            species.add(one.species());
        });
        onsager.set("L_cm2_s", matrix(found.onsagerCm2PerS()));
        onsager.set("conductivity_mS_cm", EstimateJson.of(found.conductivityMsPerCm()));
        ArrayNode transference = onsager.putArray("transference");
        found.transference().forEach(number -> transference.add(EstimateJson.of(number)));
    }
}
