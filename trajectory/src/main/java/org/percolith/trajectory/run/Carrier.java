package org.percolith.trajectory.run;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;

/**
 * The mobile ion.
 *
 * @param species element symbol
 * @param speciesSource why this element
 * @param count ions in the cell
 * @param chargeE formal charge, e, and where it came from; no trajectory holds it
 */
public record Carrier(String species, String speciesSource, int count, Sourced<Double> chargeE) {

    /** Elements that are taken as mobile without being asked, in this order when masses tie. */
    private static final List<String> DEFAULT_CARRIERS = List.of("Li", "Na", "Mg", "K", "Ca", "Cu", "Zn", "Ag");

    private static final Map<String, Double> FORMAL_CHARGE_E = Map.ofEntries(
            Map.entry("Li", 1.0),
            Map.entry("Na", 1.0),
            Map.entry("K", 1.0),
            Map.entry("Rb", 1.0),
            Map.entry("Cs", 1.0),
            Map.entry("Ag", 1.0),
            Map.entry("Cu", 1.0),
            Map.entry("Tl", 1.0),
            Map.entry("Mg", 2.0),
            Map.entry("Ca", 2.0),
            Map.entry("Zn", 2.0),
            Map.entry("Al", 3.0),
            Map.entry("F", -1.0),
            Map.entry("Cl", -1.0),
            Map.entry("Br", -1.0),
            Map.entry("I", -1.0),
            Map.entry("O", -2.0),
            Map.entry("S", -2.0),
            Map.entry("Se", -2.0));

    /** The formal charge that an element has in ion conductors, e; empty where it is not clear. */
    public static OptionalDouble formalChargeE(String element) {
        Double charge = FORMAL_CHARGE_E.get(element);
        return charge == null ? OptionalDouble.empty() : OptionalDouble.of(charge);
    }

    private static final Pattern SPECIES = Pattern.compile("([A-Z][a-z]?)(?:(\\d*)([+-]))?");

    /**
     * Chooses the mobile ion: as given, else the lightest of Li, Na, Mg, K, Ca, Cu, Zn, Ag present; unknown if there is
     * none of them.
     *
     * @throws TrajectoryException if no atom of the element that was given is there, or its charge is unknown
     */
    public static Determination<Carrier> choose(Atoms atoms, RunOptions options) {
        String given = options.species();
        if (given == null) {
            return DEFAULT_CARRIERS.stream()
                    .filter(atoms.composition()::containsKey)
                    .findFirst()
                    .map(species -> determined(
                            make(atoms, species, "lightest mobile element present", charge(species, options, ""))))
                    .orElseGet(() -> Determination.unknown(
                            "the mobile ion is",
                            "unknown: none of " + String.join(", ", DEFAULT_CARRIERS) + " is in " + atoms.formula()
                                    + ". For an analysis name it, for example --species " + example(atoms)));
        }
        Matcher matcher = SPECIES.matcher(given);
        if (!matcher.matches()) {
            throw new TrajectoryException("'" + given + "' is no element. "
                    + Spelling.nearest(given, atoms.composition().keySet())
                            .map(near -> "Did you mean --species " + near + "?")
                            .orElse("Write for example --species Li or --species Mg2+"));
        }
        return determined(make(atoms, matcher.group(1), "given", charge(matcher.group(1), options, suffix(matcher))));
    }

    /**
     * A further mobile ion, as it is written.
     *
     * @param given {@code I} or {@code I-}
     * @throws TrajectoryException if no atom of the element is there, or its charge is unknown
     */
    public static Carrier further(Atoms atoms, String given) {
        Matcher matcher = SPECIES.matcher(given);
        if (!matcher.matches()) {
            throw new TrajectoryException(
                    "'" + given + "' is no element. Write several carriers as --species Li,I or --species Li+,I-");
        }
        String species = matcher.group(1);
        String suffix = suffix(matcher);
        Double formal = suffix.isEmpty() ? FORMAL_CHARGE_E.get(species) : Double.valueOf(suffix);
        if (formal == null) {
            throw new TrajectoryException(
                    "the charge of " + species + " is not known. Give it, for example --species Li," + species + "2+");
        }
        return make(atoms, species, "given", new Sourced<>(formal, suffix.isEmpty() ? "formal charge" : "--species"));
    }

    private static Determination<Carrier> determined(Carrier carrier) {
        return Determination.of(new Sourced<>(carrier, carrier.speciesSource()));
    }

    /** An element that is there, with a charge where the table has none. */
    private static String example(Atoms atoms) {
        List<String> present = List.copyOf(atoms.composition().keySet());
        return present.stream().filter(FORMAL_CHARGE_E::containsKey).findFirst().orElseGet(() -> present.get(0) + "+");
    }

    private static String suffix(Matcher matcher) {
        return matcher.group(3) == null
                ? ""
                : matcher.group(3) + (matcher.group(2).isEmpty() ? "1" : matcher.group(2));
    }

    private static Carrier make(Atoms atoms, String species, String why, Sourced<Double> charge) {
        int count = atoms.composition().getOrDefault(species, 0);
        if (count == 0) {
            throw new TrajectoryException("there are no mobile ions: no " + species + " in " + atoms.formula()
                    + ". Name an element that is there with --species");
        }
        return new Carrier(species, why, count, charge);
    }

    private static Sourced<Double> charge(String species, RunOptions options, String suffix) {
        if (options.chargeE() != null) {
            return new Sourced<>(options.chargeE(), "--charge");
        }
        if (!suffix.isEmpty()) {
            return new Sourced<>(Double.parseDouble(suffix), "--species");
        }
        Double formal = FORMAL_CHARGE_E.get(species);
        if (formal == null) {
            throw new TrajectoryException("the charge of " + species + " is not known. Give it, for example --species "
                    + species + "2+ or --charge 2");
        }
        return new Sourced<>(formal, "formal charge of " + species);
    }

    /** Indices of the mobile ions among the atoms. */
    int[] indices(Atoms atoms) {
        return atoms.indicesOf(List.of(species));
    }
}
