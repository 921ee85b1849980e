package org.percolith.trajectory.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.MdSettings;

/**
 * The section {@code &MD} of a CP2K input: {@code TIMESTEP} (fs), {@code TEMPERATURE} (K), {@code ENSEMBLE} and the type of
 * its {@code &THERMOSTAT}.
 *
 * @see <a href="https://manual.cp2k.org/trunk/CP2K_INPUT/MOTION/MD.html">CP2K manual, MD</a>
 */
final class Cp2kMdInput {

    private static final long LONGEST = 1 << 24;
    private static final Pattern NAME = Pattern.compile("(?i).*\\.(in|inp)");
    private static final Pattern POSITIONS = Pattern.compile("(.+)-pos.*\\.xyz.*");
    private static final Pattern CP2K = Pattern.compile("(?im)^\\s*&(MOTION|FORCE_EVAL)\\b");
    private static final Pattern PROJECT = Pattern.compile("(?im)^\\s*PROJECT(?:_NAME)?\\s+(\\S+)");
    private static final Map<String, Double> FEMTOSECONDS = Map.of("fs", 1.0, "ps", 1000.0, "s", 1e15);

    /** As values of VASP's MDALGO: Nosé-Hoover chains, Langevin, stochastic rescaling. */
    private static final Map<String, String> ALGORITHM_OF_THERMOSTAT =
            Map.of("NOSE", "4", "CSVR", "5", "GLE", "3", "AD_LANGEVIN", "3");

    private Cp2kMdInput() {}

    /**
     * What the input beside positions says: the one whose {@code PROJECT} they are named after, or else the only one. Empty
     * if there is none, or if the file is not named as CP2K names positions.
     */
    static Optional<MdInput> beside(Path positions) throws IOException {
        Matcher named = POSITIONS.matcher(String.valueOf(positions.getFileName()));
        Path folder = positions.toAbsolutePath().normalize().getParent();
        if (folder == null || !named.matches()) {
            return Optional.empty();
        }
        List<Path> inputs = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                if (NAME.matcher(path.getFileName().toString()).matches()
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST
                        && CP2K.matcher(text(path)).find()) {
                    if (project(text(path)).equals(named.group(1))) {
                        return Optional.of(parse(text(path), path.getFileName().toString()));
                    }
                    inputs.add(path);
                }
            }
        }
        return inputs.size() == 1
                ? Optional.of(
                        parse(text(inputs.get(0)), inputs.get(0).getFileName().toString()))
                : Optional.empty();
    }

    static MdInput parse(String text, String source) {
        Map<String, String> tags = new HashMap<>();
        Map<String, String[]> md = section(text, "&MD");
        quantity(md.get("TIMESTEP"), FEMTOSECONDS).ifPresent(fs -> tags.put("POTIM", fs));
        quantity(md.get("TEMPERATURE"), Map.of("k", 1.0)).ifPresent(kelvin -> tags.put("TEBEG", kelvin));
        String ensemble = word(md, "ENSEMBLE");
        Map<String, String[]> thermostat = section(text, "&THERMOSTAT");
        if (ensemble.equals("NVE")) {
            tags.put("SMASS", "-3");
        } else if (ensemble.equals("LANGEVIN")) {
            tags.put("MDALGO", "3");
        } else if (ensemble.matches("N[VP]T.*")) {
            Optional.ofNullable(ALGORITHM_OF_THERMOSTAT.get(word(thermostat, "TYPE")))
                    .ifPresent(algorithm -> tags.put("MDALGO", algorithm));
        }
        return new MdInput(new MdSettings(tags, source), "TIMESTEP", "TEMPERATURE");
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

    /** Words of the keywords of a section itself, wherever it stands; those of sections in it are theirs. */
    private static Map<String, String[]> section(String text, String name) {
        Map<String, String[]> keywords = new HashMap<>();
        int depth = 0;
        for (String line : text.lines().toList()) {
            String[] words = line.replaceAll("[!#].*", "").strip().split("\\s+");
            String key = words[0].toUpperCase(Locale.ROOT);
            if (depth == 0) {
                depth = key.equals(name) ? 1 : 0;
            } else if (key.startsWith("&")) {
                depth += key.startsWith("&END") ? -1 : 1;
            } else if (depth == 1) {
                keywords.put(key, words);
            }
        }
        return keywords;
    }

    private static String project(String text) {
        Matcher matcher = PROJECT.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
