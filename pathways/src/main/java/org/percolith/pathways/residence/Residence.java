package org.percolith.pathways.residence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/**
 * On which anion units the mobile ions sit.
 *
 * @param units by kind
 * @param exchangePerNs changes of an ion from a unit of one kind (row) to another unit (column), per nanosecond
 * @param balance B = -Σ q ln q / ln k, with q the share of a kind per unit of it, normalised over the k kinds: 1 where no
 *     anion is preferred, 0 where one holds all; withheld where there is one kind only
 * @param coordinationEntropyKb -Σ p ln p over the combinations of neighbouring units, kB
 * @param lookIntervalPs time from one look to the next, ps
 */
public record Residence(
        List<UnitResidence> units,
        List<List<Estimate>> exchangePerNs,
        Estimate balance,
        Estimate coordinationEntropyKb,
        double lookIntervalPs) {

    /** Of the largest q times k: less is balanced, whatever its significance. */
    private static final double BIASED = 1.25;

    /** Of the largest q: more is trapped. */
    private static final double TRAPPED = 0.9;

    /**
     * One kind of unit.
     *
     * @param unit formula
     * @param count units of it
     * @param share of the ions' time on units of this kind
     * @param perUnit the share per unit, normalised over the kinds, q
     * @param shareBondValence share of the ions' bond valence
     * @param neighbours mean number of such units within the first minimum
     * @param neighbourShare share of the time with at least one
     * @param lifetimePs mean time on one unit
     * @param intermittentPs time in which the memory of being neighbours falls to 1/e, returns included
     */
    public record UnitResidence(
            String unit,
            int count,
            Estimate share,
            double perUnit,
            Estimate shareBondValence,
            Estimate neighbours,
            Estimate neighbourShare,
            Estimate lifetimePs,
            Estimate intermittentPs) {}

    public Residence {
        units = List.copyOf(units);
        exchangePerNs = exchangePerNs.stream().map(List::copyOf).toList();
    }

    /** Verdict R1: whether one of the anions keeps the ions. */
    public Verdict verdict() {
        if (units.size() < 2 || !(balance instanceof Measured b)) {
            return new Verdict(
                    "R1",
                    "residence on anions",
                    Status.NOT_APPLICABLE,
                    null,
                    "no anion is preferred",
                    "one kind of anion only");
        }
        UnitResidence first = units.stream()
                .max(Comparator.comparingDouble(UnitResidence::perUnit))
                .orElseThrow();
        boolean trapped = first.perUnit() > TRAPPED;
        boolean biased = first.perUnit() * units.size() > BIASED && b.upper95() < 1;
        String found = trapped ? "trapped by " + first.unit() : biased ? "biased to " + first.unit() : "balanced";
        String message = String.format(
                Locale.ROOT,
                "%s: a unit of %s holds %.0f %% of what one unit of each kind holds together; B = %.3f ± %.3f",
                found,
                first.unit(),
                100 * first.perUnit(),
                b.value(),
                b.std());
        return new Verdict(
                "R1",
                "residence on anions",
                trapped ? Status.WARN : Status.PASS,
                b.value(),
                "no unit holds nine tenths",
                message);
    }
}
