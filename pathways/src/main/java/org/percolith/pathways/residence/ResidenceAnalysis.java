package org.percolith.pathways.residence;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.percolith.density.PairDistribution;
import org.percolith.pathways.framework.FrameworkUnits;
import org.percolith.pathways.interval.EventRate;
import org.percolith.pathways.interval.RatioOfSums;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/** Measures on which anions the ions sit, with intervals by ions. */
public final class ResidenceAnalysis {

    private static final double PS_PER_NS = 1000;

    private final AnionUnits units;
    private final List<AnionTrack> tracks;
    private final boolean[] startsPiece;
    private final double lookIntervalPs;
    private final double[] looks;
    private final int kinds;

    private ResidenceAnalysis(AnionUnits units, List<AnionTrack> tracks, boolean[] startsPiece, double lookIntervalPs) {
        this.units = units;
        this.tracks = tracks;
        this.startsPiece = startsPiece;
        this.lookIntervalPs = lookIntervalPs;
        kinds = units.kinds().size();
        looks = tracks.stream().mapToDouble(AnionTrack::looks).toArray();
    }

    /**
     * Measures.
     *
     * @param symbols element of each framework track
     * @param ion element of the mobile ion
     * @return empty where the framework has no anions, or the ion no peak with one of them
     */
    public static Optional<Residence> of(
            IonTracks ions,
            String ion,
            IonTracks framework,
            List<String> symbols,
            PairDistribution pairs,
            double frameIntervalPs,
            TaskRunner runner) {
        SampledFrames frames = SampledFrames.of(ions);
        return AnionUnits.of(FrameworkUnits.perceive(framework, symbols), symbols, pairs, ion)
                .map(units -> new ResidenceAnalysis(
                                units,
                                AnionTracker.follow(ions, framework, units, frames, runner),
                                frames.startsPiece(ions),
                                frames.stride() * frameIntervalPs)
                        .residence());
    }

    private Residence residence() {
        double[][] nearest = new double[kinds][tracks.size()];
        double[][] sitting = new double[kinds][tracks.size()];
        int[][][] changes = new int[kinds][kinds][tracks.size()];
        for (int ion = 0; ion < tracks.size(); ion++) {
            count(ion, nearest, sitting, changes);
        }
        double[] perUnit = perUnit(nearest, -1);
        List<NeighbourMemory> memory = NeighbourMemory.of(tracks, units, startsPiece, lookIntervalPs);
        List<UnitResidence> found = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            found.add(unit(kind, nearest, sitting, changes, perUnit[kind], memory.get(kind)));
        }
        return new Residence(found, exchange(changes), balance(nearest), entropy(), lookIntervalPs);
    }

    private void count(int ion, double[][] nearest, double[][] sitting, int[][][] changes) {
        AnionTrack track = tracks.get(ion);
        for (int look = 0; look < track.looks(); look++) {
            int unit = track.unitAt(look);
            if (track.nearestAt(look) >= 0) {
                nearest[units.kindOfUnit()[track.nearestAt(look)]][ion]++;
            }
            if (unit >= 0) {
                sitting[units.kindOfUnit()[unit]][ion]++;
                int before = look == 0 || startsPiece[look] ? unit : track.unitAt(look - 1);
                if (before >= 0 && before != unit) {
                    changes[units.kindOfUnit()[before]][units.kindOfUnit()[unit]][ion]++;
                }
            }
        }
    }

    private UnitResidence unit(
            int kind,
            double[][] nearest,
            double[][] sitting,
            int[][][] changes,
            double perUnit,
            NeighbourMemory memory) {
        long leaves = Arrays.stream(changes[kind])
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
        Estimate rate = EventRate.of(leaves, Arrays.stream(sitting[kind]).sum() * lookIntervalPs);
        return new UnitResidence(
                units.kinds().get(kind),
                units.countOf()[kind],
                RatioOfSums.share(nearest[kind], looks),
                perUnit,
                valence(kind),
                RatioOfSums.of(perIon(counts -> counts.getInt(kind)), looks),
                RatioOfSums.share(perIon(counts -> counts.getInt(kind) > 0 ? 1 : 0), looks),
                EventRate.meanTime(rate, 1, "no ion was seen to leave such a unit"),
                memory.lifetimePs());
    }

    private Estimate valence(int kind) {
        double[] shares =
                tracks.stream().mapToDouble(track -> track.valence(kind)).toArray();
        return Arrays.stream(shares).anyMatch(Double::isNaN)
                ? Estimate.withheld("no bond-valence parameter is known for " + units.ion() + " and one of the anions")
                : RatioOfSums.share(shares, looks);
    }

    private double[] perIon(ToDoubleFunction<IntArrayList> ofCounts) {
        return tracks.stream()
                .mapToDouble(track -> track.combinations().entrySet().stream()
                        .mapToDouble(seen -> seen.getValue() * ofCounts.applyAsDouble(seen.getKey()))
                        .sum())
                .toArray();
    }

    private List<List<Estimate>> exchange(int[][][] changes) {
        double observedNs = Arrays.stream(looks).max().orElse(0) * lookIntervalPs / PS_PER_NS;
        return Arrays.stream(changes)
                .map(row -> Arrays.stream(row)
                        .map(perIon -> EventRate.ofIons(perIon, observedNs))
                        .toList())
                .toList();
    }

    /** Share of each kind per unit of it, normalised, without one of the ions. */
    private double[] perUnit(double[][] sitting, int without) {
        double[] q = new double[kinds];
        for (int kind = 0; kind < kinds; kind++) {
            double all = Arrays.stream(sitting[kind]).sum() - (without < 0 ? 0 : sitting[kind][without]);
            q[kind] = all / units.countOf()[kind];
        }
        double sum = Arrays.stream(q).sum();
        return Arrays.stream(q).map(share -> sum > 0 ? share / sum : 0).toArray();
    }

    private Estimate balance(double[][] sitting) {
        if (kinds < 2 || tracks.size() < 2) {
            return Estimate.withheld("one kind of anion only");
        }
        double whole = entropy(perUnit(sitting, -1)) / Math.log(kinds);
        return jackknife(
                whole,
                IntStream.range(0, tracks.size())
                        .mapToDouble(ion -> entropy(perUnit(sitting, ion)) / Math.log(kinds))
                        .toArray(),
                1);
    }

    /** Entropy of the combinations of neighbouring units. */
    private Estimate entropy() {
        Map<String, double[]> byCombination = new TreeMap<>();
        for (int ion = 0; ion < tracks.size(); ion++) {
            for (Map.Entry<IntArrayList, Integer> seen :
                    tracks.get(ion).combinations().entrySet()) {
                byCombination.computeIfAbsent(seen.getKey().toString(), combination -> new double[tracks.size()])[ion] =
                        seen.getValue();
            }
        }
        double[] sums = byCombination.values().stream()
                .mapToDouble(perIon -> Arrays.stream(perIon).sum())
                .toArray();
        double[][] perIon = byCombination.values().toArray(new double[0][]);
        double[] without = IntStream.range(0, tracks.size())
                .mapToDouble(ion -> entropy(normalised(IntStream.range(0, sums.length)
                        .mapToDouble(c -> sums[c] - perIon[c][ion])
                        .toArray())))
                .toArray();
        return jackknife(entropy(normalised(sums)), without, Double.POSITIVE_INFINITY);
    }

    private static double[] normalised(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> sum > 0 ? count / sum : 0).toArray();
    }

    private static double entropy(double[] p) {
        return -Arrays.stream(p)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(share))
                .sum();
    }

    private static Estimate jackknife(double value, double[] without, double most) {
        double mean = Arrays.stream(without).average().orElse(value);
        double squares =
                Arrays.stream(without).map(x -> (x - mean) * (x - mean)).sum();
        double std = Math.sqrt((without.length - 1.0) / without.length * squares);
        return new Estimate.Measured(
                value, std, Math.max(0, value - 1.96 * std), Math.min(most, Math.max(value, value + 1.96 * std)));
    }
}
