package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.percolith.cli.result.ListedSites;
import org.percolith.cli.result.SiteGraph;
import org.percolith.density.CoordinationShell;
import org.percolith.density.PairDistribution;
import org.percolith.density.PartialPairDistribution;
import org.percolith.pathways.Basin;
import org.percolith.pathways.BasinSaddle;
import org.percolith.pathways.SiteComparison;

/** Sites and pair distributions as objects of {@code summary.json}. */
final class StructureJson {

    private StructureJson() {}

    /** Basins with occupancies and coordination, and the passes between them as edges of the periodic graph. */
    static ObjectNode sites(SiteGraph sites) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("count", sites.basins().size()).put("occupancy", sites.occupancy());
        ArrayNode basins = node.putArray("basins");
        for (Basin basin : sites.basins()) {
            ObjectNode entry = basins.addObject();
            entry.putArray("fractional")
                    .add(basin.centreA())
                    .add(basin.centreB())
                    .add(basin.centreC());
            entry.put("occupancy", basin.occupancy()).put("volume_A3", basin.volumeA3());
        }
        sites.coordination().forEach(around -> {
            ObjectNode counts = ((ObjectNode) basins.get(around.basin())).putObject("coordination");
            around.atomsBySpecies().forEach(counts::put);
        });
        ArrayNode saddles = node.putArray("saddles");
        for (BasinSaddle saddle : sites.saddles()) {
            ObjectNode entry = saddles.addObject().put("from", saddle.from()).put("to", saddle.to());
            ArrayNode translation = entry.putArray("translation");
            saddle.translation().components().forEach(translation::add);
            entry.put("energy_eV", saddle.energyEv())
                    .put("climb_from_eV", saddle.climbFromEv())
                    .put("climb_to_eV", saddle.climbToEv())
                    .put("observed", saddle.isObserved());
        }
        sites.listed().ifPresent(listed -> node.set("comparison", comparison(listed)));
        return node;
    }

    /** Given sites beside the basins; the rows are in {@code site_comparison.csv}. */
    private static ObjectNode comparison(ListedSites listed) {
        SiteComparison comparison = listed.comparison();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sites", comparison.matches().size())
                .put("visited_sites", comparison.visitedSites())
                .put("reach_A", comparison.reachA())
                .put("rms_distance_A", comparison.rmsDistanceA());
        ArrayNode unlisted = node.putArray("unlisted_basins");
        comparison.unmatchedBasins().forEach(unlisted::add);
        listed.betterSetting().ifPresent(setting -> {
            ObjectNode better = node.putObject("better_setting");
            better.putArray("origin")
                    .add(setting.originA())
                    .add(setting.originB())
                    .add(setting.originC());
            better.put("inverted", setting.inverted()).put("visited_sites", setting.visitedSites());
        });
        return node;
    }

    /** First shells of the partial pair distributions; the curves are in {@code pair_distribution.csv}. */
    static ObjectNode structure(PairDistribution pairs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("bin_A", pairs.binA()).put("reach_A", pairs.reachA());
        ArrayNode shells = node.putArray("first_shells");
        for (PartialPairDistribution pair : pairs.partials()) {
            if (pair.firstShell().isPresent()) {
                CoordinationShell shell = pair.firstShell().get();
                ObjectNode entry = shells.addObject()
                        .put("pair", pair.first() + "-" + pair.second())
                        .put("peak_A", shell.peakA())
                        .put("peak_g", shell.peakHeight());
                shell.minimumA().ifPresent(at -> entry.put("minimum_A", at));
                shell.neighbours().ifPresent(count -> entry.put("neighbours", count));
            }
        }
        return node;
    }
}
