package org.percolith.pathways.residence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percolith.pathways.residence.Residence.UnitResidence;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/**
 * Where the ions of two systems sit: which biases its ions more, and how surely. The bias is q k of the anion that is
 * liked best, with q its share per unit among k kinds: 1 where none is preferred. It tells systems apart better than B, which
 * is flat where all q are alike.
 *
 * @param first bias of the first
 * @param second bias of the second
 * @param z their difference in standard errors
 * @param units kinds that both have, with their shares
 */
public record ResidenceComparison(Favourite first, Favourite second, double z, List<SharedUnit> units) {

    /** Standard errors from which on a difference is sure. */
    private static final double SURE = 2;

    /**
     * The unit that a system's ions like best.
     *
     * @param bias q k
     * @param balance B of the system
     */
    public record Favourite(String unit, Measured bias, Measured balance) {

        private static Optional<Favourite> of(Residence residence) {
            return residence.balance() instanceof Measured balance
                    ? residence.units().stream()
                            .filter(unit -> unit.share() instanceof Measured share && share.value() > 0)
                            .max(Comparator.comparingDouble(UnitResidence::perUnit))
                            .map(unit -> of(unit, residence.units().size(), balance))
                    : Optional.empty();
        }

        private static Favourite of(UnitResidence unit, int kinds, Measured balance) {
            double relative = unit.share() instanceof Measured share ? share.relativeStd() : 0;
            double bias = unit.perUnit() * kinds;
            return new Favourite(unit.unit(), Estimate.normal(bias, bias * relative), balance);
        }

        private String words(String system) {
            return String.format(
                    Locale.ROOT,
                    "in %s a unit of %s holds %.2f ± %.2f times its due, B = %.3f ± %.3f",
                    system,
                    unit,
                    bias.value(),
                    bias.std(),
                    balance.value(),
                    balance.std());
        }
    }

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
        return Favourite.of(first).flatMap(a -> Favourite.of(second)
                .map(b -> new ResidenceComparison(a, b, z(a.bias(), b.bias()), shared(first, second))));
    }

    private static List<SharedUnit> shared(Residence first, Residence second) {
        return first.units().stream()
                .flatMap(one -> second.units().stream()
                        .filter(other -> other.unit().equals(one.unit()))
                        .flatMap(other -> shared(one, other).stream()))
                .toList();
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

    /** Which of A and B biases its ions more, how surely, and which share differs most. */
    public String sentence() {
        String verdict = Math.abs(z) < SURE
                ? "the anions of A and B bias the ions alike"
                : "the anions of " + (z > 0 ? "A" : "B") + " bias the ions more";
        return verdict
                + String.format(
                        Locale.ROOT,
                        " (%s; %s: %.1f standard errors apart)",
                        first.words("A"),
                        second.words("B"),
                        Math.abs(z))
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
