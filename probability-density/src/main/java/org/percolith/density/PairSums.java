package org.percolith.density;

import java.util.ArrayList;
import java.util.List;

/** Turns counts of pairs into pair distributions. */
final class PairSums {

    private final List<String> species;
    private final List<Integer> atoms;
    private final double volumeA3;
    private final double binA;
    private final int bins;
    private final int frames;

    PairSums(List<String> species, List<Integer> atoms, double volumeA3, double binA, int bins, int frames) {
        this.species = species;
        this.atoms = atoms;
        this.volumeA3 = volumeA3;
        this.binA = binA;
        this.bins = bins;
        this.frames = frames;
    }

    /** From counts {@code [(a * species + b) * bins + bin]}, each pair once with a ≤ b. */
    PairDistribution of(long[] counts) {
        List<PartialPairDistribution> partials = new ArrayList<>();
        for (int a = 0; a < species.size(); a++) {
            for (int b = a; b < species.size(); b++) {
                partials.add(partial(a, b, counts));
            }
        }
        return new PairDistribution(binA, volumeA3, species, atoms, partials, frames);
    }

    private PartialPairDistribution partial(int a, int b, long[] counts) {
        double[] g = new double[bins];
        double[] pairs = new double[bins];
        double[] around = new double[bins];
        double[] aroundSecond = new double[bins];
        // A pair of like atoms is a neighbour to both.
        double neighbours = a == b ? 2 : 1;
        double partners = a == b ? atoms.get(b) - 1 : atoms.get(b);
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            long count = counts[(a * species.size() + b) * bins + bin];
            pairs[bin] = (double) count / frames;
            double perAtom = neighbours * pairs[bin] / atoms.get(a);
            g[bin] = partners > 0 ? perAtom * volumeA3 / (partners * shellA3(bin)) : 0;
            sum += count;
            around[bin] = neighbours * sum / frames / atoms.get(a);
            aroundSecond[bin] = neighbours * sum / frames / atoms.get(b);
        }
        return new PartialPairDistribution(
                species.get(a),
                species.get(b),
                g,
                pairs,
                around,
                aroundSecond,
                CoordinationShell.find(g, around, binA));
    }

    private double shellA3(int bin) {
        double inner = bin * binA;
        double outer = (bin + 1) * binA;
        return 4 * Math.PI / 3 * (outer * outer * outer - inner * inner * inner);
    }
}
