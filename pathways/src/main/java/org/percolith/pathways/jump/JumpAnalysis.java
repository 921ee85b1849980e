package org.percolith.pathways.jump;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.pathways.hop.HopNetwork;
import org.percolith.pathways.hop.Jump;
import org.percolith.pathways.hop.Stay;
import org.percolith.pathways.interval.EventRate;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.pathways.jump.JumpStatistics.KindJumps;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Counts the hops of a run: rates, lengths, residence by kind of basin, memory, concert. */
public final class JumpAnalysis {

    /** Cores at which the count is repeated, to show what hangs on the choice. */
    private static final List<Double> OTHER_CORES = List.of(0.3, 0.7);

    private static final double PS_PER_NS = 1000;

    private final HopNetwork network;
    private final BasinMap map;
    private final BasinKinds kinds;
    private final double frameIntervalPs;
    private final int ions;

    private JumpAnalysis(HopNetwork network, BasinMap map, BasinKinds kinds, double frameIntervalPs) {
        this.network = network;
        this.map = map;
        this.kinds = kinds;
        this.frameIntervalPs = frameIntervalPs;
        ions = network.ions();
    }

    /**
     * Counts.
     *
     * @param network hops of these tracks between these basins
     * @param seed of the draws that tell concert from chance
     */
    public static JumpStatistics of(
            IonTracks tracks,
            HopNetwork network,
            BasinMap map,
            BasinKinds kinds,
            double frameIntervalPs,
            long seed,
            TaskRunner runner) {
        Map<Double, Integer> byCore = new LinkedHashMap<>();
        for (double core : OTHER_CORES) {
            byCore.put(core, HopNetwork.of(tracks, map, core, runner).jumps().size());
        }
        byCore.put(HopNetwork.CORE, network.jumps().size());
        return new JumpAnalysis(network, map, kinds, frameIntervalPs).statistics(byCore, seed);
    }

    private JumpStatistics statistics(Map<Double, Integer> byCore, long seed) {
        int[] hopsOfIon = new int[ions];
        network.jumps().forEach(jump -> hopsOfIon[jump.ion()]++);
        double observedNs = network.intervals() * frameIntervalPs / PS_PER_NS;
        Estimate rate = EventRate.ofIons(hopsOfIon, observedNs);
        double[] lengths = network.jumps().stream()
                .mapToDouble(jump -> Math.sqrt(jump.stepA().squared()))
                .toArray();
        return new JumpStatistics(
                network.jumps().size(),
                rate,
                length(),
                lengths.length > 1 ? Math.sqrt(StatUtils.variance(lengths)) : 0,
                EventRate.meanTime(rate, PS_PER_NS, "no hop was seen"),
                correlationFactor(),
                forwardBackward(),
                new ConcertedJumps(network, seed).fraction(),
                directionShare(),
                leftFirstBasin(),
                kinds(),
                transitions(),
                byCore);
    }

    /** The error has a part by the scatter of hops over ions, and one by the places of the basins' centres. */
    private Estimate length() {
        double[] squares = new double[ions];
        double[] counts = new double[ions];
        network.jumps().forEach(jump -> {
            squares[jump.ion()] += jump.stepA().squared();
            counts[jump.ion()]++;
        });
        if (!(RatioOfSums.of(squares, counts) instanceof Estimate.Measured square)) {
            return Estimate.withheld("no hop was seen");
        }
        double a = Math.sqrt(square.value());
        double byScatter = square.std() / (2 * a);
        return Estimate.normal(a, Math.hypot(byScatter, centreErrorA()));
    }

    /** A centre is the mean over the visits of a place about as wide as its basin, one independent visit a stay. */
    private double centreErrorA() {
        int[] stays = new int[map.basins().size()];
        network.stays().forEach(stay -> stays[stay.basin()]++);
        double variance = 0;
        for (Jump jump : network.jumps()) {
            variance += widthA2(jump.from()) / stays[jump.from()] + widthA2(jump.to()) / stays[jump.to()];
        }
        int edges = Math.max(1, network.coverage().edges());
        return Math.sqrt(variance / network.jumps().size() / edges);
    }

    /** Mean squared width along one axis of a ball of the basin's volume, r²/5. */
    private double widthA2(int basin) {
        double radius = Math.cbrt(3 * map.basins().get(basin).volumeA3() / (4 * Math.PI));
        return radius * radius / 5;
    }

    private Estimate correlationFactor() {
        double[][] sums = new double[ions][3];
        double[] squares = new double[ions];
        for (Jump jump : network.jumps()) {
            sums[jump.ion()][0] += jump.stepA().x();
            sums[jump.ion()][1] += jump.stepA().y();
            sums[jump.ion()][2] += jump.stepA().z();
            squares[jump.ion()] += jump.stepA().squared();
        }
        return RatioOfSums.ofSquares(
                Arrays.stream(sums)
                        .mapToDouble(s -> s[0] * s[0] + s[1] * s[1] + s[2] * s[2])
                        .toArray(),
                squares);
    }

    private Estimate forwardBackward() {
        double[] products = new double[ions];
        double[] squares = new double[ions];
        List<Jump> jumps = network.jumps();
        for (int k = 1; k < jumps.size(); k++) {
            Jump before = jumps.get(k - 1);
            Jump jump = jumps.get(k);
            if (jump.ion() == before.ion() && jump.from() == before.to()) {
                products[jump.ion()] += jump.stepA().dot(before.stepA());
                squares[jump.ion()] +=
                        Math.sqrt(jump.stepA().squared() * before.stepA().squared());
            }
        }
        return RatioOfSums.of(products, squares);
    }

    private List<Estimate> directionShare() {
        double[][] along = new double[3][ions];
        double[] squares = new double[ions];
        for (Jump jump : network.jumps()) {
            along[0][jump.ion()] += jump.stepA().x() * jump.stepA().x();
            along[1][jump.ion()] += jump.stepA().y() * jump.stepA().y();
            along[2][jump.ion()] += jump.stepA().z() * jump.stepA().z();
            squares[jump.ion()] += jump.stepA().squared();
        }
        return Arrays.stream(along)
                .map(axis -> RatioOfSums.share(axis, squares))
                .toList();
    }

    private Estimate leftFirstBasin() {
        double[] left = new double[ions];
        network.jumps().forEach(jump -> left[jump.ion()] = 1);
        double[] one = new double[ions];
        Arrays.fill(one, 1);
        return RatioOfSums.share(left, one);
    }

    private List<KindJumps> kinds() {
        int n = kinds.names().size();
        int[] basins = new int[n];
        kinds.kindOf().forEach(kind -> basins[kind]++);
        double[] frames = new double[n];
        int[] leaves = new int[n];
        List<List<Double>> whole = new ArrayList<>();
        IntStream.range(0, n).forEach(kind -> whole.add(new ArrayList<>()));
        for (Stay stay : network.stays()) {
            int kind = kinds.of(stay.basin());
            frames[kind] += stay.frames();
            leaves[kind] += stay.left() ? 1 : 0;
            if (stay.came() && stay.left()) {
                whole.get(kind).add(stay.frames() * frameIntervalPs);
            }
        }
        double all = Arrays.stream(frames).sum();
        return IntStream.range(0, n)
                .mapToObj(kind -> {
                    Estimate rate = EventRate.of(leaves[kind], frames[kind] * frameIntervalPs / PS_PER_NS);
                    return new KindJumps(
                            kinds.names().get(kind),
                            basins[kind],
                            all > 0 ? frames[kind] / all : 0,
                            rate,
                            EventRate.meanTime(rate, PS_PER_NS, "no hop was seen"),
                            StatUtils.percentile(
                                    whole.get(kind).stream()
                                            .mapToDouble(Double::doubleValue)
                                            .toArray(),
                                    50));
                })
                .toList();
    }

    private List<List<Integer>> transitions() {
        int n = kinds.names().size();
        int[][] counts = new int[n][n];
        network.jumps().forEach(jump -> counts[kinds.of(jump.from())][kinds.of(jump.to())]++);
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
