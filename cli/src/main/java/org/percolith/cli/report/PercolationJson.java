package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;
import org.percolith.pathways.Bottleneck;
import org.percolith.pathways.GridSensitivity;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.hop.NetworkCoverage;
import org.percolith.pathways.path.MinimaxPath;
import org.percolith.pathways.percolation.PercolatingComponent;
import org.percolith.pathways.percolation.Percolation;
import org.percolith.pathways.periodic.LatticeVector;
import org.percolith.pathways.translation.FrameworkTranslations;

/** Percolation as an object of {@code summary.json}. */
final class PercolationJson {

    private PercolationJson() {}

    static ObjectNode of(PercolationResult result, PathwayRank rank) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Integer assured = rank.assured();
        if (assured == null) {
            node.putNull("dimensionality");
        } else {
            node.put("dimensionality", assured);
        }
        ArrayNode probability = node.putArray("rank_probability");
        rank.probability().forEach(probability::add);
        putCoverage(node, rank);
        node.put("map", PercolationResult.MAP)
                .put("voxel_A", result.settings().voxelA())
                .put("neighbours", result.settings().shell().neighbours())
                .put("resamples", result.settings().resamples())
                .put("seed", result.settings().seed());
        node.putArray("grid")
                .add(result.grid().na())
                .add(result.grid().nb())
                .add(result.grid().nc());
        putThresholds(node, result);
        ArrayNode directions = node.putArray("directions");
        result.directions().forEach(direction -> putComponents(directions.addArray(), direction));
        result.bottleneck()
                .map(PercolationJson::bottleneck)
                .ifPresentOrElse(found -> node.set("bottleneck", found), () -> node.putNull("bottleneck"));
        putAllData(node, result.allData());
        ArrayNode paths = node.putArray("paths");
        result.paths().forEach(path -> putPath(paths.addObject(), path));
        putChecks(node, result);
        return node;
    }

    private static void putCoverage(ObjectNode node, PathwayRank rank) {
        NetworkCoverage seen = rank.coverage();
        node.putObject("coverage")
                .put("hops", seen.hops())
                .put("choices", seen.choices())
                .put("edges", seen.edges())
                .put("edges_at_least", seen.edgesAtLeast())
                .put("seen_once", seen.seenOnce())
                .put("unseen_mass", seen.unseenMass())
                .put("unseen_mass_upper95", seen.unseenMassUpper95());
        node.putObject("translations")
                .put("found", rank.translations().cells())
                .put("tolerance_A", FrameworkTranslations.TOLERANCE_A)
                .put("largest_mismatch_A", rank.translations().largestMismatchA())
                .put("used", rank.translations().found());
    }

    private static void putThresholds(ObjectNode node, PercolationResult result) {
        ObjectNode thresholds = node.putObject("threshold_eV");
        result.barriers()
                .forEach(barrier -> thresholds.set(barrier.rank() + "d", EstimateJson.of(barrier.barrierEv())));
        putOptional(
                node,
                "map_level_per_A3",
                result.headline()
                        .map(threshold -> result.mapLevelPerA3(threshold.rank()))
                        .orElse(OptionalDouble.empty()));
    }

    private static void putAllData(ObjectNode node, Percolation allData) {
        node.put("rank_all_data", allData.rank())
                .put("network_rank_all_data", allData.network().rank())
                .put("cages", allData.cages());
        ArrayNode components = node.putArray("components");
        for (PercolatingComponent component : allData.components()) {
            components.addObject().put("rank", component.windings().rank()).put("share", component.share());
        }
    }

    private static void putPath(ObjectNode node, MinimaxPath path) {
        node.put("event", path.event());
        putComponents(node.putArray("winding"), path.winding());
        node.put("barrier_eV", path.barrierEv())
                .put("length_A", path.lengthA())
                .put("straight_A", path.straightA())
                .put("tortuosity", path.tortuosity());
        ArrayNode lengthA = node.putArray("profile_length_A");
        ArrayNode energyEv = node.putArray("profile_energy_eV");
        path.points().forEach(point -> {
            lengthA.add(point.lengthA());
            energyEv.add(point.energyEv());
        });
    }

    /** The same question put to other grids and to the plain visit counts. */
    private static void putChecks(ObjectNode node, PercolationResult result) {
        ArrayNode sensitivity = node.putArray("sensitivity");
        for (GridSensitivity other : result.sensitivity()) {
            ObjectNode entry =
                    sensitivity.addObject().put("voxel_A", other.voxelA()).put("rank", other.rank());
            putOptional(entry, "map_eV", other.barrierEv());
        }
        ObjectNode points = node.putObject("point_density")
                .put("rank", result.pointDensity().rank());
        putOptional(points, "map_eV", result.pointDensity().barrierEv());
    }

    private static void putComponents(ArrayNode node, LatticeVector vector) {
        vector.components().forEach(node::add);
    }

    private static ObjectNode bottleneck(Bottleneck bottleneck) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("fractional").add(bottleneck.sa()).add(bottleneck.sb()).add(bottleneck.sc());
        return node.put("counts", bottleneck.counts()).put("ions", bottleneck.ions());
    }

    private static void putOptional(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
