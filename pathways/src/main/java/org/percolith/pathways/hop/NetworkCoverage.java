package org.percolith.pathways.hop;

/**
 * How much of the network of hops a run has shown. What was used once tells of what was not used at all (Good 1953,
 * doi 10.1093/biomet/40.3-4.237): the probability that the next hop takes an edge never taken is about f₁/n. A hop straight
 * back over the edge that the ion just came by chooses nothing, and is not counted in n and f₁.
 *
 * @param hops all hops, returns among them
 * @param choices n, hops that are no return
 * @param edges different edges taken
 * @param seenOnce f₁, edges chosen once
 * @param seenTwice f₂, edges chosen twice
 */
public record NetworkCoverage(int hops, int choices, int edges, int seenOnce, int seenTwice) {

    /** A Poisson number that came out 0 has a mean below 3 with 95 % probability. */
    private static final double NONE_SEEN = 3;

    private static final double Z95 = 1.96;

    /** f₁/n; 1 where no hop was seen. */
    public double unseenMass() {
        return choices == 0 ? 1 : (double) seenOnce / choices;
    }

    /** Upper 95 % bound of the unseen mass: (f₁ + 1.96 √f₁ + 3)/n, at most 1. */
    public double unseenMassUpper95() {
        return choices == 0 ? 1 : Math.min(1, (seenOnce + Z95 * Math.sqrt(seenOnce) + NONE_SEEN) / choices);
    }

    /** Edges there are at least, those never taken included: S + f₁ (f₁ - 1)/(2 (f₂ + 1)) (Chao 1984, bias-corrected). */
    public double edgesAtLeast() {
        return edges + 0.5 * seenOnce * (seenOnce - 1.0) / (seenTwice + 1);
    }
}
