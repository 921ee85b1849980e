package org.percolith.trajectory.format.espresso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * @param cell cell of a cubic or free lattice (ibrav 1 or 0), null for others
 */
record CpInput(Path file, Atoms atoms, @Nullable Cell cell) {

    private static final long LONGEST = 1 << 24;
    private static final Pattern EDGE_BOHR = Pattern.compile("(?i)celldm\\(1\\)\\s*=\\s*([-+0-9.edED]+)");
    private static final Pattern EDGE_A = Pattern.compile("(?i)[,\\s]A\\s*=\\s*([-+0-9.edED]+)");
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
        double edgeA = edgeA(text);
        try {
            if (ibrav.find() && ibrav.group(1).equals("1")) {
                return Cell.cubic(edgeA);
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

    private static double edgeA(String text) {
        Matcher bohr = EDGE_BOHR.matcher(text);
        Matcher angstrom = EDGE_A.matcher(text);
        if (bohr.find() && NumberTokens.leading(bohr.group(1)) == 1) {
            return PhysicalConstants.BOHR_A * NumberTokens.parse(bohr.group(1), 1)[0];
        }
        return angstrom.find() && NumberTokens.leading(angstrom.group(1)) == 1
                ? NumberTokens.parse(angstrom.group(1), 1)[0]
                : Double.NaN;
    }
}
