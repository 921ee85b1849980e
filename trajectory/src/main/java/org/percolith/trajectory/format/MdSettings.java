package org.percolith.trajectory.format;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a run's input says about its dynamics, as VASP tags: {@code POTIM, NBLOCK, ML_OUTBLOCK, TEBEG ...}.
 *
 * @param tags upper-case tag to its text; a tag that was not set is absent
 * @param source the file the tags came from, as printed to the user
 */
public record MdSettings(Map<String, String> tags, String source) {

    private static final double UNSET_TEMPERATURE_K = 1;

    public MdSettings {
        tags = Map.copyOf(tags);
    }

    public static MdSettings none() {
        return new MdSettings(Map.of(), "nothing");
    }

    /** Ionic time step POTIM, fs. */
    public OptionalDouble timestepFs() {
        return number("POTIM").filter(v -> v > 0).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** Steps between frames of XDATCAR: NBLOCK, or ML_OUTBLOCK in a run driven by a machine-learned force field. */
    public int stepsPerXdatcarFrame() {
        return Math.max(Math.max(1, integer("NBLOCK").orElse(1)), stepsPerVasprunFrame());
    }

    /** Steps between structures of vasprun.xml: 1, or ML_OUTBLOCK in a run driven by a machine-learned force field. */
    public int stepsPerVasprunFrame() {
        return isDrivenByForceField() ? Math.max(1, integer("ML_OUTBLOCK").orElse(1)) : 1;
    }

    /** Whether the input itself says how many steps lie between frames of XDATCAR, and does not leave it to the default. */
    public boolean statesStepsPerFrame() {
        return tags.containsKey("NBLOCK") || (isDrivenByForceField() && tags.containsKey("ML_OUTBLOCK"));
    }

    /** True if a machine-learned force field alone drives the run, and is not trained in it: ML_MODE = run. */
    public boolean isDrivenByForceField() {
        return tags.getOrDefault("ML_MODE", "").strip().toUpperCase(Locale.ROOT).startsWith("RUN");
    }

    /** Start temperature TEBEG, K; VASP prints 0.0001 for one that was not set, which counts as absent. */
    public OptionalDouble startTemperatureK() {
        return temperature("TEBEG");
    }

    /** End temperature TEEND, K. */
    public OptionalDouble endTemperatureK() {
        return temperature("TEEND");
    }

    /** False if IBRION says that this run is no molecular dynamics (a relaxation). */
    public boolean isMolecularDynamics() {
        return number("IBRION").map(v -> v == 0).orElse(true);
    }

    public OptionalInt integer(String tag) {
        return number(tag).map(v -> OptionalInt.of((int) Math.round(v))).orElse(OptionalInt.empty());
    }

    /** The leading number of a tag's value. */
    public Optional<Double> number(String tag) {
        String text = tags.get(tag);
        if (text == null) {
            return Optional.empty();
        }
        String first = text.strip().split("\\s+", 2)[0].replaceAll("(?<=\\d)[dD](?=[+-]?\\d)", "e");
        try {
            double value = Double.parseDouble(first);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private OptionalDouble temperature(String tag) {
        return number(tag)
                .filter(v -> v > UNSET_TEMPERATURE_K)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
