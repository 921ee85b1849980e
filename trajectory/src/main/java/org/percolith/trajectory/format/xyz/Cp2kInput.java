package org.percolith.trajectory.format.xyz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What a CP2K input, or the restart file that repeats it, says of positions: the cell in {@code &CELL}, as vectors {@code
 * A}, {@code B}, {@code C} or as {@code ABC} with {@code ALPHA_BETA_GAMMA}, which at constant volume CP2K writes nowhere
 * else unless asked to; and the unit that {@code &TRAJECTORY} asks for.
 *
 * @param cell null if the run changes it, or the section cannot be read
 * @param lengthA unit of the positions, Å
 * @see <a href="https://manual.cp2k.org/trunk/CP2K_INPUT/FORCE_EVAL/SUBSYS/CELL.html">CP2K manual, CELL</a>
 */
record Cp2kInput(Path file, @Nullable Cell cell, double lengthA) {

    private static final double[] RIGHT_ANGLES = {90, 90, 90};
    private static final Pattern CHANGING_CELL = Pattern.compile("(?im)^\\s*ENSEMBLE\\s+NP");
    private static final Map<String, Double> UNITS_A =
            Map.of("angstrom", 1.0, "bohr", PhysicalConstants.BOHR_A, "nm", 10.0, "pm", 0.01);

    /** What the input beside positions says; null if there is none that tells. */
    static @Nullable Cp2kInput beside(Path positions) throws IOException {
        return Cp2kInputText.tell(positions, Cp2kInput::parse).orElse(null);
    }

    private static Optional<Cp2kInput> parse(Cp2kInputText input) {
        Cell cell = CHANGING_CELL.matcher(input.text()).find() ? null : cell(input.section("&CELL"));
        String[] unit = input.section("&TRAJECTORY").getOrDefault("UNIT", new String[] {"UNIT", "angstrom"});
        Double lengthA = UNITS_A.get(unit[unit.length - 1].toLowerCase(Locale.ROOT));
        return lengthA == null || (cell == null && lengthA == 1)
                ? Optional.empty()
                : Optional.of(new Cp2kInput(input.file(), cell, lengthA));
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
