package org.percolith.pathways.residence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.quantity.Estimate.Measured;

/**
 * Where the ions of two systems sit: which is the more balanced, and how surely.
 *
 * @param firstBalance B of the first
 * @param secondBalance B of the second
 * @param z their difference in standard errors
 * @param units kinds that both have, with their shares
 */
public record ResidenceComparison(Measured firstBalance, Measured secondBalance, double z, List<SharedUnit> units) {

    /** Standard errors from which on a difference is sure. */
    private static final double SURE = 2;

    /**
     * A kind of unit that both systems have.
     *
     * @param z difference of the shares in standard errors
     */
    public record SharedUnit(String unit, Measured first, Measured second, double z) {}

    public ResidenceComparison {
        units = List.copyOf(units);
    }

    /** The comparison; empty where one of the balances is not known. */
    public static Optional<ResidenceComparison> of(Residence first, Residence second) {
        if (!(first.balance() instanceof Measured a) || !(second.balance() instanceof Measured b)) {
            return Optional.empty();
        }
        List<SharedUnit> shared = first.units().stream()
                .flatMap(one -> second.units().stream()
                        .filter(other -> other.unit().equals(one.unit()))
                        .flatMap(other -> shared(one, other).stream()))
                .toList();
        return Optional.of(new ResidenceComparison(a, b, z(a, b), shared));
    }

    private static Optional<SharedUnit> shared(UnitResidence one, UnitResidence other) {
        return one.share() instanceof Measured a && other.share() instanceof Measured b
                ? Optional.of(new SharedUnit(one.unit(), a, b, z(a, b)))
                : Optional.empty();
    }

    private static double z(Measured a, Measured b) {
        double std = Math.hypot(a.std(), b.std());
        return std > 0 ? (a.value() - b.value()) / std : 0;
    }

    /** Which of A and B has the more balanced anions, and which share differs most. */
    public String sentence() {
        String balance = String.format(
                Locale.ROOT,
                "B = %.3f ± %.3f in A, %.3f ± %.3f in B, %.1f standard errors apart",
                firstBalance.value(),
                firstBalance.std(),
                secondBalance.value(),
                secondBalance.std(),
                Math.abs(z));
        String verdict = Math.abs(z) < SURE
                ? "the anions of A and B bias the ions alike"
                : "the anions of " + (z > 0 ? "B" : "A") + " bias the ions more";
        return verdict + " (" + balance + ")"
                + units.stream()
                        .max(Comparator.comparingDouble(unit -> Math.abs(unit.z())))
                        .map(unit -> String.format(
                                Locale.ROOT,
                                "; on %s %.1f and %.1f %% of the time, %.1f standard errors apart",
                                unit.unit(),
                                100 * unit.first().value(),
                                100 * unit.second().value(),
                                Math.abs(unit.z())))
                        .orElse("");
    }
}
