package org.percolith.density;

import java.util.List;

/**
 * The immobile atoms that a density is drawn with: their species and mean positions.
 *
 * @param species element symbol of each atom
 * @param meanFractional mean fractional coordinates a, b, c of each atom, {@code [3 * atom + axis]}, wrapped or not
 */
public record Framework(List<String> species, List<Double> meanFractional) {
    public Framework {
        species = List.copyOf(species);
        meanFractional = List.copyOf(meanFractional);
        if (meanFractional.size() != 3 * species.size()) {
            throw new IllegalArgumentException(species.size() + " atoms need " + 3 * species.size()
                    + " coordinates, got " + meanFractional.size());
        }
    }

    public int atoms() {
        return species.size();
    }
}
