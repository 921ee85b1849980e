package org.percolith.trajectory.run.companion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.xyz.Cp2kInputText;

/**
 * The section {@code &MD} of a CP2K input: {@code TIMESTEP} (fs), {@code TEMPERATURE} (K), {@code ENSEMBLE} and the type of
 * its {@code &THERMOSTAT}.
 *
 * @see <a href="https://manual.cp2k.org/trunk/CP2K_INPUT/MOTION/MD.html">CP2K manual, MD</a>
 */
public final class Cp2kMdInput {

    private static final Map<String, Double> FEMTOSECONDS = Map.of("fs", 1.0, "ps", 1000.0, "s", 1e15);

    /** As values of VASP's MDALGO: Nosé-Hoover chains, Langevin, stochastic rescaling. */
    private static final Map<String, String> ALGORITHM_OF_THERMOSTAT =
            Map.of("NOSE", "4", "CSVR", "5", "GLE", "3", "AD_LANGEVIN", "3");

    private Cp2kMdInput() {}

    /** What the input beside positions says; empty if there is none that tells. */
    public static Optional<MdInput> beside(Path positions) throws IOException {
        return Cp2kInputText.tell(positions, input -> Optional.of(parse(input))
                .filter(said -> !said.settings().tags().isEmpty()));
    }

    static MdInput parse(Cp2kInputText input) {
        Map<String, String> tags = new HashMap<>();
        Map<String, String[]> md = input.section("&MD");
        quantity(md.get("TIMESTEP"), FEMTOSECONDS).ifPresent(fs -> tags.put("POTIM", fs));
        quantity(md.get("TEMPERATURE"), Map.of("k", 1.0)).ifPresent(kelvin -> tags.put("TEBEG", kelvin));
        String ensemble = word(md, "ENSEMBLE");
        Map<String, String[]> thermostat = input.section("&THERMOSTAT");
        if (ensemble.equals("NVE")) {
            tags.put("SMASS", "-3");
        } else if (ensemble.equals("LANGEVIN")) {
            tags.put("MDALGO", "3");
        } else if (ensemble.matches("N[VP]T.*")) {
            Optional.ofNullable(ALGORITHM_OF_THERMOSTAT.get(word(thermostat, "TYPE")))
                    .ifPresent(algorithm -> tags.put("MDALGO", algorithm));
        }
        return new MdInput(new MdSettings(tags, input.file().getFileName().toString()), "TIMESTEP", "TEMPERATURE");
    }

    /** A number and, where it is stated, its unit in brackets; empty where there is something else. */
    private static Optional<String> quantity(String @Nullable [] words, Map<String, Double> units) {
        if (words == null || words.length < 2) {
            return Optional.empty();
        }
        boolean unitStated = words[1].startsWith("[") && words.length > 2;
        String name = unitStated ? words[1].replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT) : "";
        Double unit = unitStated ? units.get(name) : Double.valueOf(1);
        Optional<Double> value = new MdSettings(Map.of("VALUE", words[unitStated ? 2 : 1]), "").number("VALUE");
        return unit == null ? Optional.empty() : value.map(number -> Double.toString(number * unit));
    }

    private static String word(Map<String, String[]> section, String keyword) {
        String[] words = section.getOrDefault(keyword, new String[0]);
        return words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
    }
}
