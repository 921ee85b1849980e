package org.percolith.pathways.residence;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The valence of a bond by its length, s = exp((R₀ - r)/0.37 Å), with the R₀ of Brese and O'Keeffe 1991, doi
 * 10.1107/S0108768190011041.
 */
final class BondValence {

    private static final double SOFTNESS_A = 0.37;

    private static final Map<String, Map<String, Double>> R0_A = Map.of(
            "Li",
            Map.of(
                    "O", 1.466, "F", 1.360, "Cl", 1.91, "Br", 2.02, "I", 2.22, "S", 1.94, "Se", 2.09, "Te", 2.30, "N",
                    1.61),
            "Na",
            Map.of("O", 1.80, "F", 1.677, "Cl", 2.15, "Br", 2.33, "I", 2.56, "S", 2.28, "Se", 2.41, "N", 1.93),
            "K",
            Map.of("O", 2.13, "F", 1.99, "Cl", 2.52, "Br", 2.66, "I", 2.88, "S", 2.59, "Se", 2.72, "N", 2.26),
            "Ag",
            Map.of("O", 1.805, "F", 1.80, "Cl", 2.09, "Br", 2.22, "I", 2.38, "S", 2.15, "Se", 2.26, "N", 1.85),
            "Mg",
            Map.of("O", 1.693, "F", 1.581, "Cl", 2.08, "Br", 2.28, "I", 2.46, "S", 2.18, "Se", 2.32, "N", 1.85),
            "Zn",
            Map.of("O", 1.704, "F", 1.62, "Cl", 2.01, "Br", 2.15, "I", 2.36, "S", 2.09, "Se", 2.22, "N", 1.77));

    private BondValence() {}

    /** R₀ of a pair, Å; empty where the table has none. */
    static OptionalDouble r0A(String cation, String anion) {
        Double r0 = R0_A.getOrDefault(cation, Map.of()).get(anion);
        return r0 == null ? OptionalDouble.empty() : OptionalDouble.of(r0);
    }

    static double valence(double r0A, double distanceA) {
        return Math.exp((r0A - distanceA) / SOFTNESS_A);
    }
}
