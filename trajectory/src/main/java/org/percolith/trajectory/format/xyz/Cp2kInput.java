package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What a CP2K input, or the restart file that repeats it, says of positions: the cell in {@code &CELL}, as vectors {@code
 * A}, {@code B}, {@code C} or as {@code ABC} with {@code ALPHA_BETA_GAMMA}, which at constant volume CP2K writes nowhere
 * else unless asked to; and the unit that {@code &TRAJECTORY} asks for.
 *
 * @param project {@code PROJECT}, with which the names of the run's files begin; empty if none is stated
 * @param cell null if the run changes it, or the section cannot be read
 * @param lengthA unit of the positions, Å
 * @see <a href="https://manual.cp2k.org/trunk/CP2K_INPUT/FORCE_EVAL/SUBSYS/CELL.html">CP2K manual, CELL</a>
 */
record Cp2kInput(Path file, String project, @Nullable Cell cell, double lengthA) {

    private static final long LONGEST = 1 << 24;
    private static final double[] RIGHT_ANGLES = {90, 90, 90};
    private static final Pattern PROJECT = Pattern.compile("(?im)^\\s*PROJECT(?:_NAME)?\\s+(\\S+)");
    private static final Pattern VARIABLE = Pattern.compile("(?im)^\\s*@SET\\s+(\\w+)\\s+([^!#\\n]*)");
    private static final Pattern CHANGING_CELL = Pattern.compile("(?im)^\\s*ENSEMBLE\\s+NP");
    private static final Map<String, Double> UNITS_A =
            Map.of("angstrom", 1.0, "bohr", PhysicalConstants.BOHR_A, "nm", 10.0, "pm", 0.01);

    /**
     * The input beside positions; of several, the one of the project that the positions are named after. Null if there is
     * none that tells, or if these are no positions: velocities and forces have the same layout.
     */
    static @Nullable Cp2kInput beside(Path positions) throws IOException {
        Path folder = positions.toAbsolutePath().getParent();
        String name = String.valueOf(positions.getFileName());
        if (folder == null || !name.contains("-pos")) {
            return null;
        }
        Cp2kInput found = null;
        int inputs = 0;
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                boolean input = path.getFileName().toString().matches("(?i).*\\.(in|inp|restart)")
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST;
                Cp2kInput read = input ? parse(path) : null;
                if (read != null) {
                    inputs++;
                    boolean named = name.startsWith(read.project() + "-pos");
                    found = named || inputs == 1 ? read : found;
                    if (named) {
                        return found;
                    }
                }
            }
        }
        return inputs == 1 ? found : null;
    }

    private static @Nullable Cp2kInput parse(Path file) throws IOException {
        String text = substituted(Files.readString(file, StandardCharsets.ISO_8859_1));
        List<String> lines = text.lines().toList();
        Cell cell = CHANGING_CELL.matcher(text).find() ? null : cell(section(lines, "&CELL"));
        String[] unit = section(lines, "&TRAJECTORY").getOrDefault("UNIT", new String[] {"UNIT", "angstrom"});
        Double lengthA = UNITS_A.get(unit[unit.length - 1].toLowerCase(Locale.ROOT));
        if (lengthA == null || (cell == null && lengthA == 1)) {
            return null;
        }
        Matcher project = PROJECT.matcher(text);
        return new Cp2kInput(file, project.find() ? project.group(1) : "", cell, lengthA);
    }

    /** The input with the values of its variables in their places: {@code @SET L 12.3}, then {@code ABC ${L} $L 10}. */
    private static String substituted(String input) {
        Matcher variable = VARIABLE.matcher(input);
        String text = input;
        while (variable.find()) {
            String value = Matcher.quoteReplacement(variable.group(2).strip());
            text = text.replaceAll("\\$(" + variable.group(1) + "\\b|\\{" + variable.group(1) + "\\})", value);
        }
        return text;
    }

    /** Words of the keywords of a section itself; those of {@code &CELL_REF} and the like inside it are another's. */
    private static Map<String, String[]> section(List<String> lines, String name) {
        Map<String, String[]> keywords = new HashMap<>();
        int depth = 0;
        for (String line : lines) {
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

    private static @Nullable Cell cell(Map<String, String[]> section) {
        double[] a = numbers(section, "A");
        double[] b = numbers(section, "B");
        double[] c = numbers(section, "C");
        double[] lengths = numbers(section, "ABC");
        double[] angles = numbers(section, "ALPHA_BETA_GAMMA");
        double[] repeats = numbers(section, "MULTIPLE_UNIT_CELL");
        try {
            Cell unit = a != null && b != null && c != null
                    ? Cell.ofRows(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2])
                    : lengths == null ? null : ofLengths(lengths, angles == null ? RIGHT_ANGLES : angles);
            return unit == null || repeats == null ? unit : repeated(unit, repeats);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Cell ofLengths(double[] lengths, double[] angles) {
        return Cell.ofLengthsAndAngles(lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]);
    }

    private static Cell repeated(Cell unit, double[] repeats) {
        double[] rows = unit.rows();
        for (int k = 0; k < rows.length; k++) {
            rows[k] *= repeats[k / 3];
        }
        return Cell.ofRows(rows);
    }

    /**
     * Three numbers behind a keyword and, where it is stated, a unit in brackets; NaN where there is something else. Null if
     * the section does not have the keyword.
     */
    private static double @Nullable [] numbers(Map<String, String[]> section, String keyword) {
        String[] words = section.get(keyword);
        if (words == null) {
            return null;
        }
        double unit = 1;
        int first = 1;
        if (words.length > 1 && words[1].startsWith("[")) {
            String name = words[1].replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
            unit = name.equals("deg") ? 1 : UNITS_A.getOrDefault(name, Double.NaN);
            first = 2;
        }
        double[] numbers = {Double.NaN, Double.NaN, Double.NaN};
        for (int k = 0; k < 3 && first + k < words.length; k++) {
            boolean number = NumberTokens.leading(words[first + k]) == 1;
            numbers[k] = number ? unit * NumberTokens.parse(words[first + k], 1)[0] : Double.NaN;
        }
        return numbers;
    }
}
