package org.percolith.pathways.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.percolith.pathways.framework.FrameworkUnit;
import org.percolith.pathways.framework.FrameworkUnits;
import org.percolith.pathways.framework.UnitPaths;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.interval.EventRate;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.pathways.rotation.UnitRotation.Motion;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.run.ElementMasses;

/** Follows the orientation of the polyanions of a framework. */
public final class RotationAnalysis {

    private static final int MOST_LOOKS = 5000;

    /** Units of one kind that are followed, evenly chosen. */
    private static final int MOST_UNITS = 100;

    /** An atom nearer to the centre has no direction, Å. */
    private static final double CENTRAL_A = 0.3;

    private static final double LIBRATION_PS = 0.2;
    private static final double PADDLE_PS = 1;
    private static final double PS_PER_NS = 1000;
    private static final int FEWEST_TURNS = 10;
    private static final int FEWEST_LAGS = 6;
    private static final double JUMPS_BELOW = 2;

    /** To this part a correlation must fall within a quarter of the run for its time to be told. */
    private static final double KEPT = 0.6;

    private final IonTracks framework;
    private final UnitPaths paths;
    private final int stride;
    private final double lookPs;
    private final PaddleWheel wheel;
    private final TaskRunner runner;

    private RotationAnalysis(
            IonTracks framework,
            List<String> symbols,
            HopNetwork network,
            BasinMap map,
            double frameIntervalPs,
            long seed,
            TaskRunner runner) {
        this.framework = framework;
        this.runner = runner;
        stride = Math.max(1, framework.frames() / MOST_LOOKS);
        lookPs = stride * frameIntervalPs;
        paths = new UnitPaths(framework, ElementMasses.of(symbols), stride);
        int within = (int) Math.max(stride, Math.round(PADDLE_PS / frameIntervalPs));
        wheel = new PaddleWheel(network, map, framework.cell(), within, seed);
    }

    /**
     * Follows them.
     *
     * @param symbols element of each framework track
     * @param network hops of the mobile ions
     * @param map basins between which they hop
     * @return by kind of polyanion; none where there is none
     */
    public static List<UnitRotation> of(
            IonTracks framework,
            List<String> symbols,
            HopNetwork network,
            BasinMap map,
            double frameIntervalPs,
            long seed,
            TaskRunner runner) {
        if (framework.ions() == 0) {
            return List.of();
        }
        RotationAnalysis analysis =
                new RotationAnalysis(framework, symbols, network, map, frameIntervalPs, seed, runner);
        return FrameworkUnits.byKind(FrameworkUnits.perceive(framework, symbols)).entrySet().stream()
                .filter(kind -> kind.getValue().get(0).isPolyanion())
                .map(kind -> analysis.rotation(kind.getKey(), kind.getValue()))
                .toList();
    }

    /** What is seen of one unit. */
    private record Seen(UnitTurns turns, OrientationMemory memory, double[] centre, double radiusA) {}

    private UnitRotation rotation(String kind, List<FrameworkUnit> units) {
        int step = (units.size() - 1) / MOST_UNITS + 1;
        int[] lags = OrientationMemory.lags(paths.pieces());
        List<Seen> seen = runner.map((units.size() + step - 1) / step, k -> see(units.get(k * step), lags));
        int turns = seen.stream().mapToInt(unit -> unit.turns.looks().size()).sum();
        double observedNs = paths.looks() * lookPs / PS_PER_NS;
        int[] byUnit = seen.stream().mapToInt(unit -> unit.turns.looks().size()).toArray();
        double turned =
                seen.stream().mapToDouble(unit -> unit.turns.turnedDegrees()).sum() / turns;
        Estimate tau1 = relaxationPs(seen, turns, false);
        Estimate tau2 = relaxationPs(seen, turns, true);
        return new UnitRotation(
                kind,
                units.size(),
                motion(turns, tau1, tau2),
                libration(seen),
                turns,
                EventRate.ofIons(byUnit, observedNs),
                turned,
                tau1,
                tau2,
                withHops(seen, turns));
    }

    private Seen see(FrameworkUnit unit, int[] lags) {
        List<double[]> directions = new ArrayList<>();
        double radiusA = 0;
        for (double[] about : paths.aboutCentreA(unit)) {
            double meanA = normalise(about);
            radiusA = Math.max(radiusA, meanA);
            if (meanA > CENTRAL_A) {
                directions.add(about);
            }
        }
        double[][] u = directions.toArray(new double[0][]);
        List<FrameRange> pieces = paths.pieces();
        int settle = (int) Math.max(1, Math.round(LIBRATION_PS / lookPs));
        return new Seen(
                UnitTurns.follow(u, pieces, settle), OrientationMemory.of(u, pieces, lags), meanCentre(unit), radiusA);
    }

    /** Makes vectors unit vectors; their mean length before, Å. */
    private static double normalise(double[] vectors) {
        double sum = 0;
        for (int at = 0; at < vectors.length; at += 3) {
            double length = Math.sqrt(OrientationMemory.dot(vectors, at, vectors, at));
            for (int axis = 0; axis < 3; axis++) {
                vectors[at + axis] /= Math.max(length, 1e-9);
            }
            sum += length;
        }
        return 3 * sum / vectors.length;
    }

    private double[] meanCentre(FrameworkUnit unit) {
        double[] path = paths.centreA(unit.atoms());
        double[] mean = new double[3];
        for (int at = 0; at < path.length; at++) {
            mean[at % 3] += path[at] / paths.looks();
        }
        return IntStream.range(0, 3)
                .mapToDouble(axis -> framework.cell().fractional(mean[0], mean[1], mean[2], axis))
                .toArray();
    }

    private static Estimate libration(List<Seen> seen) {
        Estimate squares = RatioOfSums.ofSquares(
                seen.stream().mapToDouble(unit -> unit.turns.squaredDegrees()).toArray(),
                seen.stream().mapToDouble(unit -> unit.turns.looksAtRest()).toArray());
        return squares instanceof Measured m
                ? new Measured(
                        Math.sqrt(m.value()),
                        m.std() / (2 * Math.sqrt(m.value())),
                        Math.sqrt(m.lower95()),
                        Math.sqrt(m.upper95()))
                : squares;
    }

    private static Motion motion(int turns, Estimate tau1, Estimate tau2) {
        if (turns == 0) {
            return Motion.LIBRATES;
        }
        if (!(tau1 instanceof Measured first) || !(tau2 instanceof Measured second)) {
            return Motion.TURNS;
        }
        double ratio = first.value() / second.value();
        double std = ratio * Math.hypot(first.relativeStd(), second.relativeStd());
        return ratio - std > JUMPS_BELOW ? Motion.TUMBLES : ratio + std < JUMPS_BELOW ? Motion.JUMPS : Motion.TURNS;
    }

    /** τ of C₁ or C₂ with a jackknife over units. */
    private Estimate relaxationPs(List<Seen> seen, int turns, boolean second) {
        if (turns < FEWEST_TURNS) {
            return Estimate.withheld(
                    turns == 0 ? "no unit was seen to turn" : "only " + turns + " turns were seen, too few for a time");
        }
        List<OrientationMemory> memories = seen.stream().map(Seen::memory).toList();
        double whole = tau(OrientationMemory.mean(memories, -1), second) * lookPs;
        double byTurns = whole / Math.sqrt(turns);
        if (memories.size() < 2 || Double.isNaN(whole)) {
            return Double.isNaN(whole)
                    ? Estimate.withheld("most of the orientation is kept over a quarter of the run")
                    : Estimate.normal(whole, byTurns);
        }
        double[] without = IntStream.range(0, memories.size())
                .mapToDouble(unit -> tau(OrientationMemory.mean(memories, unit), second) * lookPs)
                .toArray();
        double squares = 0;
        for (double tau : without) {
            squares += (tau - whole) * (tau - whole);
        }
        double n = without.length;
        double std = Math.max(byTurns, Math.sqrt((n - 1) / n * squares));
        return std < whole
                ? new Measured(whole, std, whole * Math.exp(-1.96 * std / whole), whole * Math.exp(1.96 * std / whole))
                : Estimate.withheld("the time is not resolved: the orientation is kept over most of the run");
    }

    /** In looks, from where librations are forgotten to five times the lag at which much is lost; NaN where it is not. */
    private double tau(OrientationMemory memory, boolean second) {
        double[] values = second ? memory.second() : memory.first();
        int[] lags = memory.lags();
        int from = 0;
        while (from < lags.length - FEWEST_LAGS && lags[from] * lookPs < LIBRATION_PS) {
            from++;
        }
        int little = from;
        while (little < lags.length - 1 && values[little] > KEPT * values[from]) {
            little++;
        }
        if (lags.length == 0 || values[little] > KEPT * values[from]) {
            return Double.NaN;
        }
        int to = from;
        while (to < lags.length && lags[to] <= Math.max(5 * lags[little], lags[from] + FEWEST_LAGS)) {
            to++;
        }
        return to - from < FEWEST_LAGS
                ? Double.NaN
                : RelaxationFit.of(lags, values, from, to).tau();
    }

    private Estimate withHops(List<Seen> seen, int turns) {
        if (turns == 0) {
            return Estimate.withheld("no unit was seen to turn");
        }
        double radiusA = seen.stream().mapToDouble(Seen::radiusA).average().orElse(0);
        return wheel.ratio(
                seen.stream()
                        .map(unit -> unit.turns.looks().stream()
                                .mapToInt(look -> look * stride)
                                .toArray())
                        .toList(),
                seen.stream().map(Seen::centre).toList(),
                radiusA);
    }
}
