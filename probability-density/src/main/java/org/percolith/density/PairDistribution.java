package org.percolith.density;

import java.util.List;

/**
 * All partial pair distributions of a run on one set of bins.
 *
 * @param binA width of a bin, Å
 * @param volumeA3 volume of the (mean) cell, Å³
 * @param species the species, in order of first appearance
 * @param atoms how many atoms of each
 * @param partials one for each unordered pair of species: (0,0), (0,1), ..., (1,1), ...
 * @param frames frames that were used
 */
public record PairDistribution(
        double binA,
        double volumeA3,
        List<String> species,
        List<Integer> atoms,
        List<PartialPairDistribution> partials,
        int frames) {

    public PairDistribution {
        species = List.copyOf(species);
        atoms = List.copyOf(atoms);
        partials = List.copyOf(partials);
    }

    /** Number of bins; bin k reaches from k binA to (k + 1) binA. */
    public int bins() {
        return partials.isEmpty() ? 0 : partials.get(0).g().length;
    }

    /** Largest distance covered, Å. */
    public double reachA() {
        return bins() * binA;
    }

    /** Middle of each bin, Å. */
    public double[] distancesA() {
        double[] middle = new double[bins()];
        for (int k = 0; k < middle.length; k++) {
            middle[k] = (k + 0.5) * binA;
        }
        return middle;
    }

    /**
     * The partial distribution of two species, in either order.
     *
     * @throws IllegalArgumentException if one of them is not there
     */
    public PartialPairDistribution partial(String a, String b) {
        return partials.stream()
                .filter(p -> (p.first().equals(a) && p.second().equals(b))
                        || (p.first().equals(b) && p.second().equals(a)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pair " + a + "-" + b + " among " + species));
    }

    /** Atoms of a species. */
    public int atoms(String of) {
        return atoms.get(species.indexOf(of));
    }

    /** Atoms in the cell. */
    public int totalAtoms() {
        return atoms.stream().mapToInt(Integer::intValue).sum();
    }
}
