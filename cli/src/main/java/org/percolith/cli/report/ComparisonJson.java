package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.percolith.cli.result.SystemComparison;
import org.percolith.density.DensityComparison;
import org.percolith.density.VoxelGrid;

/** Two systems against each other, as the object {@code comparison} of {@code summary.json}. */
public final class ComparisonJson {

    private ComparisonJson() {}

    public static ObjectNode of(SystemComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("first", comparison.first().info().label())
                .put("second", comparison.second().info().label());
        ObjectNode ratios = node.putObject("first_over_second");
        ratios.set("diffusivity_tracer", EstimateJson.of(comparison.tracerRatio()));
        ratios.set("conductivity_tracer", EstimateJson.of(comparison.tracerConductivityRatio()));
        ratios.set("conductivity_charge", EstimateJson.of(comparison.chargeConductivityRatio()));
        ArrayNode ranks = node.putArray("percolation_dimensionality");
        ranks.add(SystemComparison.rank(comparison.first())).add(SystemComparison.rank(comparison.second()));
        ObjectNode barriers = node.putObject("threshold_first_minus_second_eV");
        for (int rank = 1; rank <= 3; rank++) {
            barriers.set(rank + "d", EstimateJson.of(comparison.barrierDifferenceEv(rank)));
        }
        ComparisonText.residence(comparison.first(), comparison.second()).ifPresent(found -> {
            ObjectNode residence = node.putObject("residence");
            residence.put("sentence", found.sentence()).put("z", found.z());
            ArrayNode units = residence.putArray("units");
            found.units().forEach(unit -> units.addObject()
                    .put("unit", unit.unit())
                    .put(
                            "first_minus_second",
                            unit.first().value() - unit.second().value())
                    .put("z", unit.z()));
        });
        ObjectNode density = node.putObject("density_first_minus_second");
        comparison.densityMismatch().ifPresent(reason -> density.put("withheld", reason));
        comparison.density().ifPresent(found -> putDensity(density, found));
        return node;
    }

    private static void putDensity(ObjectNode node, DensityComparison density) {
        VoxelGrid grid = density.difference().grid();
        node.putArray("grid").add(grid.na()).add(grid.nb()).add(grid.nc());
        node.put("ions", density.difference().integral())
                .put("displaced_ions", density.displacedIons())
                .put("displaced_by_chance", density.displacedByChance());
    }
}
