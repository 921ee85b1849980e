package org.percolith.trajectory.run.companion;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the temperature was held in a {@code run} of LAMMPS.
 *
 * @param command the command that says so, as printed
 * @param startK temperature at the start; null if none is stated
 * @param stopK temperature at the end
 * @param dynamics what it does to the dynamics, as a tag of VASP and its value: {@code MDALGO=2}
 */
record LammpsThermostat(
        String command, @Nullable Double startK, @Nullable Double stopK, String dynamics) {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]+\\.?[0-9]*([eE][-+]?[0-9]+)?");
    private static final String NOSE_HOOVER = "MDALGO=2";
    private static final String LANGEVIN = "MDALGO=3";
    private static final String RESCALING = "MDALGO=5";
    private static final String CONSTANT_ENERGY = "SMASS=-3";

    /** The thermostat of a {@code fix ID group style ...}, if it is one. */
    static Optional<LammpsThermostat> ofFix(String[] words) {
        if (words.length < 4) {
            return Optional.empty();
        }
        String style = words[3].replaceAll("/(gpu|kk|omp|intel|opt)$", "");
        List<String> arguments = Arrays.asList(words).subList(4, words.length);
        return switch (style) {
            case "nvt", "npt", "rigid/nvt", "rigid/npt", "rigid/nvt/small", "rigid/npt/small" ->
                of(style + " temp", arguments, arguments.indexOf("temp") + 1, NOSE_HOOVER);
            case "langevin" -> of(style, arguments, 0, LANGEVIN);
            case "temp/berendsen", "temp/csvr", "temp/csld" -> of(style, arguments, 0, RESCALING);
            case "temp/rescale" -> of(style, arguments, 1, RESCALING);
            case "nve", "nph" -> Optional.of(new LammpsThermostat("fix " + style, null, null, CONSTANT_ENERGY));
            default -> Optional.empty();
        };
    }

    private static Optional<LammpsThermostat> of(String style, List<String> arguments, int at, String dynamics) {
        return arguments.size() > at + 1
                ? Optional.of(new LammpsThermostat(
                        "fix " + style, kelvin(arguments.get(at)), kelvin(arguments.get(at + 1)), dynamics))
                : Optional.empty();
    }

    private static @Nullable Double kelvin(String word) {
        return DECIMAL.matcher(word).matches() ? Double.valueOf(word) : null;
    }

    /**
     * Of the fixes that are on, the one that holds the temperature. Where energy is held instead, the temperature is that
     * of the velocities that were created; where neither is, nothing is known.
     */
    static LammpsThermostat governing(Collection<LammpsThermostat> fixes, @Nullable Double createdK) {
        return fixes.stream()
                .filter(fix -> !fix.dynamics.equals(CONSTANT_ENERGY))
                .findFirst()
                .orElseGet(() -> fixes.isEmpty()
                        ? new LammpsThermostat("", null, null, "")
                        : new LammpsThermostat("velocity create", createdK, createdK, CONSTANT_ENERGY));
    }

    /** The thermostat of runs that follow each other, from the start of the first to the end of the last; null for no run. */
    static @Nullable LammpsThermostat during(List<LammpsThermostat> runs) {
        if (runs.isEmpty()) {
            return null;
        }
        LammpsThermostat first = runs.get(0);
        boolean alike = runs.stream().map(LammpsThermostat::dynamics).distinct().count() == 1;
        return new LammpsThermostat(
                first.command, first.startK, runs.get(runs.size() - 1).stopK, alike ? first.dynamics : "");
    }

    /** As tags of VASP. */
    Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>();
        if (startK != null && stopK != null) {
            tags.put("TEBEG", startK.toString());
            tags.put("TEEND", stopK.toString());
        }
        if (!dynamics.isEmpty()) {
            String[] sides = dynamics.split("=", 2);
            tags.put(sides[0], sides[1]);
        }
        return tags;
    }
}
