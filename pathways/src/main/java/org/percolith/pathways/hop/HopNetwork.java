package org.percolith.pathways.hop;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.pathways.periodic.LatticeOffset;
import org.percolith.pathways.periodic.PeriodicUnionFind;
import org.percolith.pathways.periodic.WindingLattice;
import org.percolith.pathways.site.Basin;
import org.percolith.pathways.site.BasinMap;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The network that the ions' hops make: one node a basin, one edge a pair of basins between which an ion was seen to hop,
 * with the lattice vector it crosses. Its windings are of observed motion only. Immutable.
 */
public final class HopNetwork {

    /**
     * Where the core of a basin begins, as a share of its depth. Measured on the synthetic argyrodite, whose hops are
     * known: 355, 354 and 351 of 353 at 0.3, 0.5 and 0.7.
     */
    public static final double CORE = 0.5;

    /** A network is known where at most one hop in five could go elsewhere. */
    private static final double EXHAUSTED = 0.2;

    private static final int IONS_PER_TASK = 16;

    private final List<HopEdge> edges;
    private final int basins;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();

    /** Edge that each hop of each ion took, as an index. */
    private final List<int[]> hopsByIon;

    private final int frames;
    private final double[][] stepsA;

    private final NetworkCoverage coverage;
    private final OptionalDouble medianHopA;

    private HopNetwork(BasinMap map, List<IonHops> ions, int frames) {
        this.frames = frames;
        basins = map.basins().size();
        edges = new ArrayList<>();
        hopsByIon = new ArrayList<>(ions.size());
        Object2IntOpenHashMap<HopEdge> indexOf = new Object2IntOpenHashMap<>();
        IntArrayList chosen = new IntArrayList();
        for (IonHops ion : ions) {
            IntArrayList own = new IntArrayList();
            ion.forEachHop((from, to, returns) -> {
                long offset = to.image() - from.image();
                int index = indexOf.computeIfAbsent(HopEdge.of(from.basin(), to.basin(), offset), (HopEdge added) -> {
                    edges.add(added);
                    chosen.add(0);
                    return edges.size() - 1;
                });
                own.add(index);
                if (!returns) {
                    chosen.set(index, chosen.getInt(index) + 1);
                }
                jumps.add(jump(from, to, offset, returns, map));
            });
            hopsByIon.add(own.toIntArray());
            stays.addAll(ion.stays());
        }
        stepsA = edges.stream().map(edge -> stepA(edge, map)).toArray(double[][]::new);
        int[] hops = hopsByIon.stream().flatMapToInt(Arrays::stream).toArray();
        coverage = coverage(hops.length, chosen);
        medianHopA = median(Arrays.stream(hops)
                .mapToDouble(edge -> Math.sqrt(NetworkDiffusivity.square(stepsA[edge])))
                .toArray());
    }

    /** Follows all ions of the tracks through the basins of their density. */
    public static HopNetwork of(IonTracks tracks, BasinMap map, TaskRunner runner) {
        return of(tracks, map, CORE, runner);
    }

    /**
     * The same with another core.
     *
     * @param coreShare where the core of a basin begins, as a share of its depth; {@link #CORE} unless to see what hangs on it
     */
    public static HopNetwork of(IonTracks tracks, BasinMap map, double coreShare, TaskRunner runner) {
        double[] core = map.basins().stream()
                .mapToDouble(basin -> map.coreDensityPerA3(basin.index(), coreShare))
                .toArray();
        int tasks = (tracks.ions() + IONS_PER_TASK - 1) / IONS_PER_TASK;
        List<IonHops> ions = runner
                .map(tasks, task -> {
                    int from = task * IONS_PER_TASK;
                    return IntStream.range(from, Math.min(tracks.ions(), from + IONS_PER_TASK))
                            .mapToObj(ion -> IonHops.follow(tracks, ion, map, core))
                            .toList();
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        int frames =
                tracks.pieces().stream().mapToInt(piece -> piece.frames() - 1).sum();
        return new HopNetwork(map, ions, frames);
    }

    private static Jump jump(Stay from, Stay to, long offset, boolean returns, BasinMap map) {
        double[] step = stepA(from.basin(), to.basin(), offset, map);
        return new Jump(
                to.ion(),
                from.lastInCore(),
                to.entered(),
                from.basin(),
                to.basin(),
                offset,
                new Jump.Step(step[0], step[1], step[2]),
                returns);
    }

    private static double[] stepA(HopEdge edge, BasinMap map) {
        return stepA(edge.from(), edge.to(), edge.offset(), map);
    }

    /** From the centre of the first basin to that of the second, Å. */
    private static double[] stepA(int first, int second, long offset, BasinMap map) {
        Basin from = map.basins().get(first);
        Basin to = map.basins().get(second);
        double a = to.centreA() - from.centreA() + LatticeOffset.u(offset);
        double b = to.centreB() - from.centreB() + LatticeOffset.v(offset);
        double c = to.centreC() - from.centreC() + LatticeOffset.w(offset);
        Cell cell = map.grid().cell();
        return new double[] {cell.cartesian(a, b, c, 0), cell.cartesian(a, b, c, 1), cell.cartesian(a, b, c, 2)};
    }

    private NetworkCoverage coverage(int hops, IntArrayList chosen) {
        int choices = chosen.intStream().sum();
        int once = (int) chosen.intStream().filter(n -> n == 1).count();
        int twice = (int) chosen.intStream().filter(n -> n == 2).count();
        return new NetworkCoverage(hops, choices, edges.size(), once, twice);
    }

    private static OptionalDouble median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(0.5 * (values[(n - 1) / 2] + values[n / 2]));
    }

    /** Ions that were followed. */
    public int ions() {
        return hopsByIon.size();
    }

    /** All stays, ion after ion, each ion's in order. */
    public List<Stay> stays() {
        return Collections.unmodifiableList(stays);
    }

    /** All hops, ion after ion, each ion's in order. */
    public List<Jump> jumps() {
        return Collections.unmodifiableList(jumps);
    }

    /** Frame intervals that each ion was followed over. */
    public int intervals() {
        return frames;
    }

    public NetworkCoverage coverage() {
        return coverage;
    }

    /** Median distance between basins visited in turn, Å; empty where no hop was seen. */
    public OptionalDouble medianHopA() {
        return medianHopA;
    }

    /** Windings of all hops. */
    public WindingLattice windings() {
        return windings(IntStream.range(0, ions()).toArray());
    }

    /**
     * Ranks of the windings under resampling of the ions: how many of the resamples have rank 0, 1, 2, 3. Resample r draws
     * from the r-th split of one seeded generator.
     */
    public List<Integer> resampledRanks(int resamples, long seed, TaskRunner runner) {
        List<SplittableRandom> randoms = randoms(resamples, seed);
        int[] byRank = new int[4];
        runner.map(resamples, r -> windings(draw(randoms.get(r))).rank()).forEach(rank -> byRank[rank]++);
        return Arrays.stream(byRank).boxed().toList();
    }

    private static List<SplittableRandom> randoms(int resamples, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        return IntStream.range(0, resamples).mapToObj(r -> root.split()).toList();
    }

    private int[] draw(SplittableRandom random) {
        return IntStream.range(0, ions()).map(k -> random.nextInt(ions())).toArray();
    }

    /**
     * The diffusivity that the rates of these hops lead to, Å² per frame, with the interval of resampled ions. Withheld where
     * the network is not exhausted: what was not seen may be what carries.
     */
    public Estimate diffusivityA2PerFrame(int resamples, long seed, TaskRunner runner) {
        if (coverage.unseenMassUpper95() > EXHAUSTED) {
            return Estimate.withheld("the run has not shown the whole network of hops");
        }
        double value = diffusivity(IntStream.range(0, ions()).toArray());
        List<SplittableRandom> randoms = randoms(resamples, seed);
        double[] drawn = runner.map(resamples, r -> diffusivity(draw(randoms.get(r)))).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Estimate.Measured(
                value,
                Math.sqrt(StatUtils.variance(drawn)),
                Math.min(value, StatUtils.percentile(drawn, 2.5)),
                Math.max(value, StatUtils.percentile(drawn, 97.5)));
    }

    private double diffusivity(int[] someIons) {
        int[] counts = new int[edges.size()];
        for (int ion : someIons) {
            for (int edge : hopsByIon.get(ion)) {
                counts[edge]++;
            }
        }
        return new NetworkDiffusivity(basins, edges, stepsA, counts).squaredA2() / (6.0 * someIons.length * frames);
    }

    private WindingLattice windings(int[] someIons) {
        PeriodicUnionFind network = new PeriodicUnionFind(basins);
        for (int basin = 0; basin < basins; basin++) {
            network.activate(basin);
        }
        for (int ion : someIons) {
            for (int index : hopsByIon.get(ion)) {
                HopEdge edge = edges.get(index);
                network.link(edge.from(), edge.to(), edge.offset());
            }
        }
        return network.allWindings();
    }
}
