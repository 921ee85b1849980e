package org.percolith.density;

import java.util.Arrays;
import java.util.Optional;

/**
 * The pair distribution g_ab(r) of two species: mean density of b in a shell around an a, over that of the same number
 * of b scattered at random, (N_b - δ_ab)/V. Shells have their exact volume 4π/3 (r₂³ - r₁³).
 *
 * @param first species a
 * @param second species b
 * @param g one value a bin
 * @param pairs pairs (a, b) per frame in each bin, each unordered pair once
 * @param secondAroundFirst running coordination: mean number of b up to the end of the bin around an a
 * @param firstAroundSecond mean number of a up to the end of the bin around a b
 * @param firstShell first peak and minimum; empty where no peak stands out within reach
 */
public record PartialPairDistribution(
        String first,
        String second,
        double[] g,
        double[] pairs,
        double[] secondAroundFirst,
        double[] firstAroundSecond,
        Optional<CoordinationShell> firstShell) {

    /** Mean number of neighbours of an atom up to a distance, from the running coordination, linear inside a bin. */
    static double coordination(double[] running, double binA, double distanceA) {
        double bins = distanceA / binA;
        int whole = (int) Math.min(bins, running.length);
        double below = whole == 0 ? 0 : running[whole - 1];
        double next = whole < running.length ? running[whole] : below;
        return below + (bins - whole) * (next - below);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialPairDistribution p
                && first.equals(p.first)
                && second.equals(p.second)
                && Arrays.equals(g, p.g)
                && Arrays.equals(pairs, p.pairs)
                && firstShell.equals(p.firstShell);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + Arrays.hashCode(g);
    }

    @Override
    public String toString() {
        return "g(" + first + "-" + second + ")";
    }
}
