package org.percolith.trajectory.format.xyz;

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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A CP2K input, or the restart file that repeats it, with the values of its variables in their places.
 *
 * @param text {@code @SET L 12.3} is obeyed: {@code ABC ${L} $L 10} reads {@code ABC 12.3 12.3 10}
 */
public record Cp2kInputText(Path file, String text) {

    private static final long LONGEST = 1 << 24;
    private static final String NAME = "(?i).*\\.(in|inp|restart)";
    private static final Pattern SECTION = Pattern.compile("(?im)^\\s*&(MOTION|FORCE_EVAL)\\b");
    private static final Pattern PROJECT = Pattern.compile("(?im)^\\s*PROJECT(?:_NAME)?\\s+(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("(?im)^\\s*@SET\\s+(\\w+)\\s+([^!#\\n]*)");

    /**
     * What the inputs beside positions tell: the first of the project that the positions are named after, or else the only
     * one that tells. Empty if there is none, or if the file is not named as CP2K names positions; velocities and forces
     * have the same layout.
     *
     * @param telling takes from an input what is asked for
     */
    public static <T> Optional<T> tell(Path positions, Function<Cp2kInputText, Optional<T>> telling)
            throws IOException {
        Path folder = positions.toAbsolutePath().normalize().getParent();
        String name = String.valueOf(positions.getFileName());
        if (folder == null || !name.contains("-pos")) {
            return Optional.empty();
        }
        List<T> told = new ArrayList<>();
        for (Cp2kInputText input : inputs(folder)) {
            Optional<T> found = telling.apply(input);
            if (found.isPresent() && name.startsWith(input.project() + "-pos")) {
                return found;
            }
            found.ifPresent(told::add);
        }
        return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
    }

    private static List<Cp2kInputText> inputs(Path folder) throws IOException {
        List<Cp2kInputText> inputs = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                if (path.getFileName().toString().matches(NAME)
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST) {
                    String text = Files.readString(path, StandardCharsets.ISO_8859_1);
                    if (SECTION.matcher(text).find()) {
                        inputs.add(new Cp2kInputText(path, substituted(text)));
                    }
                }
            }
        }
        return inputs;
    }

    private static String substituted(String input) {
        Matcher variable = VARIABLE.matcher(input);
        String text = input;
        while (variable.find()) {
            String value = Matcher.quoteReplacement(variable.group(2).strip());
            text = text.replaceAll("\\$(" + variable.group(1) + "\\b|\\{" + variable.group(1) + "\\})", value);
        }
        return text;
    }

    /** {@code PROJECT}, with which the names of the run's files begin; empty if none is stated. */
    private String project() {
        Matcher matcher = PROJECT.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /**
     * Words of the keywords of a section itself, wherever it stands; those of sections in it, as {@code &CELL_REF} in {@code
     * &CELL}, are theirs. The first word is the keyword.
     *
     * @param name with its ampersand, in capitals
     */
    public Map<String, String[]> section(String name) {
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
}
