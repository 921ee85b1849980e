package org.percolith.pathways.framework;

import java.util.Map;
import java.util.Set;

/** Covalent radii of the elements that make polyanions (Cordero et al. 2008, doi 10.1039/b801115j). */
final class CovalentRadii {

    private static final Map<String, Double> RADIUS_A = Map.ofEntries(
            Map.entry("H", 0.31),
            Map.entry("B", 0.84),
            Map.entry("C", 0.76),
            Map.entry("N", 0.71),
            Map.entry("O", 0.66),
            Map.entry("F", 0.57),
            Map.entry("Si", 1.11),
            Map.entry("P", 1.07),
            Map.entry("S", 1.05),
            Map.entry("Cl", 1.02),
            Map.entry("Ge", 1.20),
            Map.entry("As", 1.19),
            Map.entry("Se", 1.20),
            Map.entry("Br", 1.20),
            Map.entry("Sn", 1.39),
            Map.entry("Sb", 1.39),
            Map.entry("Te", 1.38),
            Map.entry("I", 1.39),
            Map.entry("Al", 1.21),
            Map.entry("Ga", 1.22),
            Map.entry("V", 1.53),
            Map.entry("Cr", 1.39),
            Map.entry("Mo", 1.54),
            Map.entry("W", 1.62));

    /** Metals that make polyanions with few ligands, as in MoO4 or AlCl4; with more they are cations between others. */
    private static final Set<String> METALS = Set.of("Al", "Ga", "V", "Cr", "Mo", "W");

    private static final int MOST_LIGANDS = 4;

    /** Bonds of vibrating molecules stay within this times the sum of the radii; the next shell of anions lies beyond 1.5. */
    private static final double REACH = 1.25;

    private CovalentRadii() {}

    /** Whether an atom with so many neighbours at bonding distance is bonded to them. */
    static boolean bonds(String element, int neighbours) {
        return !METALS.contains(element) || neighbours <= MOST_LIGANDS;
    }

    /** Longest bond of two elements, Å; 0 where one of them makes no polyanions. */
    static double longestBondA(String first, String second) {
        Double a = RADIUS_A.get(first);
        Double b = RADIUS_A.get(second);
        boolean metals = METALS.contains(first) && METALS.contains(second);
        return a == null || b == null || metals ? 0 : REACH * (a + b);
    }

    /** The longest bond of any two of these elements, Å. */
    static double longestBondA(Iterable<String> elements) {
        double longest = 0;
        for (String first : elements) {
            for (String second : elements) {
                longest = Math.max(longest, longestBondA(first, second));
            }
        }
        return longest;
    }
}
