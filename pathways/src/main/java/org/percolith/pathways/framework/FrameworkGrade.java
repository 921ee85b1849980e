package org.percolith.pathways.framework;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.percolith.pathways.framework.FrameworkSpecies.State;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;
import org.percolith.trajectory.run.Carrier;

/**
 * What the framework is: a solid, a creeping glass, a solid with a second carrier, or a melt.
 *
 * @param periodic whether its mean structure repeats within the cell: only then it is called a crystal
 * @param species its units by kind
 */
public record FrameworkGrade(boolean periodic, List<FrameworkSpecies> species) {

    private static final String THRESHOLD = "no unit travels";

    public FrameworkGrade {
        species = List.copyOf(species);
    }

    /** The worst state of any kind; rigid where there is no framework. */
    private State worst() {
        return species.stream()
                .map(FrameworkSpecies::state)
                .max(State::compareTo)
                .orElse(State.RIGID);
    }

    /** Verdict F1. */
    public Verdict verdict() {
        if (species.isEmpty()) {
            return new Verdict(
                    "F1",
                    "framework integrity",
                    Status.NOT_APPLICABLE,
                    null,
                    THRESHOLD,
                    "every atom is mobile: there is no framework; drift is taken from the whole cell");
        }
        Status status =
                switch (worst()) {
                    case RIGID, LIBRATING, ROTATING -> Status.PASS;
                    case CREEPING, CO_MOBILE -> Status.WARN;
                    case MOLTEN -> Status.FAIL;
                };
        return new Verdict("F1", "framework integrity", status, largestRatio(), THRESHOLD, message());
    }

    private double largestRatio() {
        return species.stream()
                .mapToDouble(found -> found.ratioToIon() instanceof Estimate.Measured ratio ? ratio.value() : 0)
                .max()
                .orElse(0);
    }

    private String message() {
        return species.stream().map(FrameworkGrade::sentence).collect(Collectors.joining("; "));
    }

    private static String sentence(FrameworkSpecies found) {
        String ratio = found.ratioToIon() instanceof Estimate.Measured r
                ? String.format(Locale.ROOT, "%.0f %% of the ion's D", 100 * Math.max(0, r.value()))
                : "";
        return switch (found.state()) {
            case RIGID, LIBRATING, ROTATING ->
                found.unit() + " " + found.state().label();
            case CREEPING ->
                found.unit() + " creeping (" + ratio + ", which is the most of its motion that creep could carry)";
            case CO_MOBILE ->
                found.unit() + " travels too (" + ratio + own(found)
                        + "): a second carrier; the conductivity given is that of the ion alone";
            case MOLTEN -> found.unit() + " flows (" + ratio + "): a melt, no solid electrolyte";
        };
    }

    /** Its own D and charge, as far as they are known. */
    private static String own(FrameworkSpecies found) {
        String diffusivity = found.diffusivityCm2PerS() instanceof Estimate.Measured d
                ? String.format(Locale.ROOT, ", D %.1e ± %.1e cm²/s", d.value(), d.std())
                : "";
        OptionalDouble charge = Carrier.formalChargeE(found.unit());
        return diffusivity
                + (charge.isPresent() ? String.format(Locale.ROOT, ", charge %+.0f e", charge.getAsDouble()) : "");
    }
}
