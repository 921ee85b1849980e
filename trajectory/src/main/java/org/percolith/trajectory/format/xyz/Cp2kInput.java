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
 * The cell that a CP2K input states in {@code &CELL}: vectors {@code A}, {@code B}, {@code C}, or {@code ABC} with
 * {@code ALPHA_BETA_GAMMA}. At constant volume CP2K writes it nowhere else unless asked to.
 *
 * @param project {@code PROJECT}, with which the names of the run's files begin; empty if none is stated
 * @see <a href="https://manual.cp2k.org/trunk/CP2K_INPUT/FORCE_EVAL/SUBSYS/CELL.html">CP2K manual, CELL</a>
 */
record Cp2kInput(Path file, String project, Cell cell) {

    private static final long LONGEST = 1 << 24;
    private static final Pattern PROJECT = Pattern.compile("(?im)^\\s*PROJECT(?:_NAME)?\\s+(\\S+)");
    private static final Pattern CHANGING_CELL = Pattern.compile("(?im)^\\s*ENSEMBLE\\s+NP");
    private static final Map<String, Double> UNITS_A =
            Map.of("angstrom", 1.0, "bohr", PhysicalConstants.BOHR_A, "nm", 10.0, "pm", 0.01);

    /**
     * The input beside positions of a run at constant volume; of several, the one of the project that the positions are
     * named after. Null if there is none that tells, or if these are no positions: velocities and forces have the same layout.
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
                boolean input = path.getFileName().toString().matches("(?i).*\\.(in|inp)")
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
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Cell cell =
                CHANGING_CELL.matcher(text).find() ? null : cell(text.lines().toList());
        Matcher project = PROJECT.matcher(text);
        return cell == null ? null : new Cp2kInput(file, project.find() ? project.group(1) : "", cell);
    }

    /** Keywords of the section itself; those of {@code &CELL_REF} and the like inside it are another cell's. */
    private static @Nullable Cell cell(List<String> lines) {
        Map<String, double[]> values = new HashMap<>();
        int depth = 0;
        for (String line : lines) {
            String[] words = line.replaceAll("[!#].*", "").strip().split("\\s+");
            String key = words[0].toUpperCase(Locale.ROOT);
            if (depth == 0) {
                depth = key.equals("&CELL") ? 1 : 0;
            } else if (key.startsWith("&")) {
                depth += key.startsWith("&END") ? -1 : 1;
            } else if (depth == 1) {
                values.put(key, numbers(words));
            }
        }
        return cell(values);
    }

    private static @Nullable Cell cell(Map<String, double[]> values) {
        double[] a = values.get("A");
        double[] b = values.get("B");
        double[] c = values.get("C");
        double[] lengths = values.get("ABC");
        double[] angles = values.getOrDefault("ALPHA_BETA_GAMMA", new double[] {90, 90, 90});
        try {
            if (a != null && b != null && c != null) {
                return Cell.ofRows(a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]);
            }
            return lengths == null
                    ? null
                    : Cell.ofLengthsAndAngles(lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Three numbers behind a keyword and, where it is stated, a unit in brackets; NaN where there is something else. */
    private static double[] numbers(String[] words) {
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
