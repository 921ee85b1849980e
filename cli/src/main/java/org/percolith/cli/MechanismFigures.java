package org.percolith.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.percolith.cli.figure.IntervalFigure;
import org.percolith.cli.figure.NetworkFigure;
import org.percolith.cli.figure.ProfileFigure;
import org.percolith.cli.result.Mechanism;
import org.percolith.pathways.hop.HopEdge;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.ledger.Ledger;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.region.RegionProfile;
import org.percolith.pathways.residence.Residence;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/** The mechanism in figures: ledger, residence, regions, and the network of hops. */
final class MechanismFigures {

    private final String label;
    private final Figures figures;
    private final String prefix;

    MechanismFigures(String label, Figures figures, String prefix) {
        this.label = label;
        this.figures = figures;
        this.prefix = prefix;
    }

    void write(Mechanism mechanism, HopNetwork network, BasinMap map) {
        mechanism.ledger().ifPresent(ledger -> figures.write(ledger(ledger), prefix + "ledger"));
        mechanism.residence().ifPresent(found -> figures.write(residence(found), prefix + "residence"));
        mechanism.regions().profile().ifPresent(profile -> figures.write(profile(profile), prefix + "regions"));
        if (!network.jumps().isEmpty()) {
            figures.write(network(network, map), prefix + "jump_network");
        }
    }

    /** How the hops make the conductivity: as a random walk, with their memory, with their concert, and as measured. */
    private IntervalFigure ledger(Ledger ledger) {
        List<IntervalFigure.Row> rows = new ArrayList<>();
        rows.add(new IntervalFigure.Row("a²Γ/6, hops at random", ledger.randomWalkMsPerCm()));
        rows.add(new IntervalFigure.Row(
                "times f", times(ledger.randomWalkMsPerCm(), ledger.correlationFactorOfJumps())));
        rows.add(new IntervalFigure.Row("over H_R", ledger.productMsPerCm()));
        rows.add(new IntervalFigure.Row("σ measured", ledger.measuredMsPerCm()));
        return new IntervalFigure(label + ": the terms of the conductivity", "σ (mS/cm)", true, rows);
    }

    private static Estimate times(Estimate a, Estimate b) {
        if (!(a instanceof Measured x) || !(b instanceof Measured y)) {
            return Estimate.withheld("a factor is not known");
        }
        double relative = Math.hypot(x.relativeStd(), y.relativeStd());
        double value = x.value() * y.value();
        return new Measured(
                value, value * relative, value * Math.exp(-1.96 * relative), value * Math.exp(1.96 * relative));
    }

    private IntervalFigure residence(Residence found) {
        List<IntervalFigure.Row> rows = new ArrayList<>();
        found.units().forEach(unit -> {
            rows.add(new IntervalFigure.Row("on " + unit.unit(), unit.share()));
            rows.add(new IntervalFigure.Row("bond valence of " + unit.unit(), unit.shareBondValence()));
        });
        return new IntervalFigure(label + ": residence on anions", "share of the time", false, rows);
    }

    private ProfileFigure profile(RegionProfile profile) {
        return new ProfileFigure(
                label + ": across the interface",
                array(profile.distanceA()),
                profile.perA3().entrySet().stream()
                        .map(one -> new ProfileFigure.Species(one.getKey(), array(one.getValue())))
                        .toList(),
                profile.lowA(),
                profile.highA());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private NetworkFigure network(HopNetwork network, BasinMap map) {
        Cell cell = map.grid().cell();
        int along = shortest(cell);
        int right = (along + 1) % 3;
        int up = (along + 2) % 3;
        Map<HopEdge, Integer> counts = new HashMap<>();
        network.jumps()
                .forEach(jump -> counts.merge(HopEdge.of(jump.from(), jump.to(), jump.offset()), 1, Integer::sum));
        List<NetworkFigure.Edge> edges = new ArrayList<>();
        counts.forEach((edge, count) -> {
            Basin from = map.basins().get(edge.from());
            Basin to = map.basins().get(edge.to());
            double byRight = to.centre(right) + component(edge.offset(), right) - from.centre(right);
            double byUp = to.centre(up) + component(edge.offset(), up) - from.centre(up);
            NetworkFigure.Edge there = edge(wrapped(from, right), wrapped(from, up), byRight, byUp, count);
            edges.add(there);
            if (there.leaves()) {
                edges.add(edge(wrapped(to, right), wrapped(to, up), -byRight, -byUp, count));
            }
        });
        List<NetworkFigure.Disc> discs = map.basins().stream()
                .map(basin -> new NetworkFigure.Disc(wrapped(basin, right), wrapped(basin, up), basin.occupancy()))
                .toList();
        return new NetworkFigure(
                label + ": " + network.jumps().size() + " hops between " + discs.size() + " basins",
                cell.lengthA(right),
                cell.lengthA(up),
                cell.angleDegrees(right, up),
                "along " + name(along) + "; " + name(right) + " right, " + name(up)
                        + " up; discs by occupancy, lines by" + " hops",
                discs,
                edges);
    }

    private static double wrapped(Basin basin, int axis) {
        return basin.centre(axis) - Math.floor(basin.centre(axis));
    }

    private static NetworkFigure.Edge edge(double right, double up, double byRight, double byUp, int count) {
        return new NetworkFigure.Edge(right, up, right + byRight, up + byUp, count);
    }

    private static int component(long offset, int axis) {
        return axis == 0 ? LatticeOffset.u(offset) : axis == 1 ? LatticeOffset.v(offset) : LatticeOffset.w(offset);
    }

    private static int shortest(Cell cell) {
        int shortest = 2;
        for (int axis = 1; axis >= 0; axis--) {
            shortest = cell.lengthA(axis) < cell.lengthA(shortest) - 1e-6 ? axis : shortest;
        }
        return shortest;
    }

    private static String name(int vector) {
        return List.of("a", "b", "c").get(vector);
    }
}
