package org.percolith.density;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The total pair distribution that a scattering experiment sees: with concentrations c and weights w of the elements,
 * g(r) = Σ_ab c_a c_b w_a w_b g_ab(r) / (Σ_a c_a w_a)² and G(r) = 4π ρ₀ r [g(r) - 1] (Keen 2001,
 * doi 10.1107/S0021889800019993, Faber-Ziman weights).
 *
 * @param radiation what the weights are
 * @param distancesA middle of each bin, Å
 * @param g total g(r), 1 at large distance
 * @param reduced G(r), Å⁻²
 */
public record TotalPairDistribution(Radiation radiation, double[] distancesA, double[] g, double[] reduced) {

    /** The total of these partial distributions; empty if an element's weight is unknown or the weights cancel. */
    public static Optional<TotalPairDistribution> of(PairDistribution partials, Radiation radiation) {
        List<String> species = partials.species();
        double[] weight = new double[species.size()];
        double sum = 0;
        for (int a = 0; a < weight.length; a++) {
            var known = radiation.weight(species.get(a));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            weight[a] = known.getAsDouble() * partials.atoms().get(a) / partials.totalAtoms();
            sum += weight[a];
        }
        if (sum == 0) {
            return Optional.empty();
        }
        double[] distancesA = partials.distancesA();
        double[] g = new double[distancesA.length];
        int pair = 0;
        for (int a = 0; a < weight.length; a++) {
            for (int b = a; b < weight.length; b++) {
                double factor = (a == b ? 1 : 2) * weight[a] * weight[b] / (sum * sum);
                double[] partial = partials.partials().get(pair++).g();
                for (int k = 0; k < g.length; k++) {
                    g[k] += factor * partial[k];
                }
            }
        }
        double perA3 = partials.totalAtoms() / partials.volumeA3();
        double[] reduced = new double[g.length];
        for (int k = 0; k < g.length; k++) {
            reduced[k] = 4 * Math.PI * perA3 * distancesA[k] * (g[k] - 1);
        }
        return Optional.of(new TotalPairDistribution(radiation, distancesA, g, reduced));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotalPairDistribution total
                && radiation == total.radiation
                && Arrays.equals(distancesA, total.distancesA)
                && Arrays.equals(g, total.g);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(g);
    }
}
