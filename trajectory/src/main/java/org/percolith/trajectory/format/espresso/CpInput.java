package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.text.NumberTokens;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What the input of a cp.x run says about its system.
 *
 * @param cell cell that ibrav or CELL_PARAMETERS state, null if neither does
 */
record CpInput(Path file, Atoms atoms, @Nullable Cell cell) {

    private static final long LONGEST = 1 << 24;
    private static final Pattern CELLDM = Pattern.compile("(?i)celldm\\(([1-6])\\)\\s*=\\s*([-+0-9.edED]+)");
    private static final Pattern LENGTH_OR_COSINE =
            Pattern.compile("(?i)(?<![\\w(])(A|B|C|cosAB|cosAC|cosBC)\\s*=\\s*([-+0-9.edED]+)");
    private static final Pattern IBRAV = Pattern.compile("(?i)ibrav\\s*=\\s*(-?\\d{1,3})");
    private static final Pattern UNIT = Pattern.compile("(?i)angstrom|bohr|alat");

    /** The input beside a .pos file that lists as many atoms; of several, the one named like it. */
    static @Nullable CpInput beside(Path positions, int atoms) throws IOException {
        Path folder = positions.toAbsolutePath().getParent();
        if (folder == null) {
            return null;
        }
        String stem = String.valueOf(positions.getFileName()).replaceAll("\\.pos.*$", "");
        CpInput found = null;
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                boolean input = path.getFileName().toString().matches("(?i).*\\.(in|inp)")
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST;
                CpInput read = input ? parse(path) : null;
                boolean named = path.getFileName().toString().startsWith(stem);
                if (read != null && read.atoms().size() == atoms && (found == null || named)) {
                    found = read;
                }
            }
        }
        return found;
    }

    private static @Nullable CpInput parse(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            lines.add(line.replaceAll("!.*", ""));
        }
        List<String> symbols = new ArrayList<>();
        int at = card(lines, "ATOMIC_POSITIONS") + 1;
        for (; at > 0 && at < lines.size(); at++) {
            String[] parts = lines.get(at).strip().split("\\s+", 2);
            if (parts.length < 2 || NumberTokens.leading(parts[1]) < 3) {
                break;
            }
            symbols.add(ElementSymbols.ofLabel(parts[0]));
        }
        return symbols.isEmpty() ? null : new CpInput(file, new Atoms(symbols), cell(lines));
    }

    private static int card(List<String> lines, String name) {
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).strip().startsWith(name)) {
                return k;
            }
        }
        return -1;
    }

    private static @Nullable Cell cell(List<String> lines) {
        String text = String.join("\n", lines);
        Matcher ibrav = IBRAV.matcher(text);
        BravaisLattice lattice = lattice(ibrav.find() ? Integer.parseInt(ibrav.group(1)) : 0, text);
        double edgeA = lattice.aA();
        try {
            Cell stated = lattice.cell();
            if (stated != null) {
                return stated;
            }
            int at = card(lines, "CELL_PARAMETERS");
            if (at < 0 || at + 3 >= lines.size()) {
                return null;
            }
            Matcher unit = UNIT.matcher(lines.get(at));
            String name = unit.find() ? unit.group().toLowerCase(Locale.ROOT) : "alat";
            double unitA = name.equals("angstrom") ? 1 : name.equals("bohr") ? PhysicalConstants.BOHR_A : edgeA;
            double[] rows = new double[9];
            for (int k = 0; k < 9; k++) {
                String line = lines.get(at + 1 + k / 3);
                rows[k] = NumberTokens.leading(line) < 3 ? Double.NaN : unitA * NumberTokens.parse(line, 3)[k % 3];
            }
            return Cell.ofRows(rows);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Lengths and cosines of a lattice, by celldm or by A, B, C, cosAB, cosAC, cosBC. */
    private static BravaisLattice lattice(int ibrav, String text) {
        double[] celldm = new double[7];
        Matcher numbered = CELLDM.matcher(text);
        while (numbered.find()) {
            celldm[Integer.parseInt(numbered.group(1))] = number(numbered.group(2));
        }
        if (celldm[1] > 0) {
            double aA = PhysicalConstants.BOHR_A * celldm[1];
            boolean triclinic = ibrav == 14;
            return new BravaisLattice(
                    ibrav,
                    aA,
                    aA * celldm[2],
                    aA * celldm[3],
                    triclinic ? celldm[4] : 0,
                    celldm[5],
                    triclinic ? celldm[6] : celldm[4]);
        }
        Map<String, Double> named = new HashMap<>();
        Matcher name = LENGTH_OR_COSINE.matcher(text);
        while (name.find()) {
            named.put(name.group(1).toUpperCase(Locale.ROOT), number(name.group(2)));
        }
        return new BravaisLattice(
                ibrav,
                named.getOrDefault("A", Double.NaN),
                named.getOrDefault("B", 0.0),
                named.getOrDefault("C", 0.0),
                named.getOrDefault("COSBC", 0.0),
                named.getOrDefault("COSAC", 0.0),
                named.getOrDefault("COSAB", 0.0));
    }

    private static double number(String text) {
        return NumberTokens.leading(text) == 1 ? NumberTokens.parse(text, 1)[0] : Double.NaN;
    }
}
