package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.ElementSymbols;

/**
 * What the input script of a dump, or the log that echoes it, says about the dump: the elements of atom types, in {@code
 * dump_modify ... element Li P S} or at the end of {@code pair_coeff * * file Li P S}, and the unit style.
 *
 * @param elementOfType empty where the script names no elements, or different ones
 * @param units null if it states none
 */
public record LammpsScript(
        Path file,
        Map<Integer, String> elementOfType,
        @Nullable String units) {

    private static final List<String> ALL_PAIRS = List.of("pair_coeff", "*", "*");
    private static final long LONGEST = 1 << 24;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The first script beside a dump that writes it and names elements, or null. */
    public static @Nullable LammpsScript naming(Path dump) throws IOException {
        return beside(dump).stream()
                .filter(script -> !script.elementOfType().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The first script beside a dump that writes it and states its units, or null. */
    static @Nullable LammpsScript statingUnits(Path dump) throws IOException {
        return beside(dump).stream()
                .filter(script -> script.units() != null)
                .findFirst()
                .orElse(null);
    }

    /** All scripts beside a dump that write it, by name. */
    private static List<LammpsScript> beside(Path dump) throws IOException {
        Path folder = dump.toAbsolutePath().getParent();
        List<LammpsScript> scripts = new ArrayList<>();
        if (folder == null) {
            return scripts;
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                boolean script = LammpsNames.isScriptOrLog(path.getFileName().toString())
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST;
                LammpsScript read = script ? read(path, dump) : null;
                if (read != null) {
                    scripts.add(read);
                }
            }
        }
        return scripts;
    }

    /** Null where the script writes other dumps only. */
    private static @Nullable LammpsScript read(Path script, Path dump) throws IOException {
        List<List<String>> lists = new ArrayList<>();
        List<String> modified = List.of();
        boolean writesDump = false;
        String units = null;
        for (String line : Files.readString(script, StandardCharsets.ISO_8859_1)
                .replaceAll("&\\s*\\R", " ")
                .lines()
                .toList()) {
            List<String> words = List.of(BLANKS.split(line.replaceAll("#.*", "").strip()));
            if (words.get(0).equals("dump") && words.size() > 5) {
                writesDump |= LammpsNames.isDump(dump.getFileName().toString(), words.get(5));
            } else if (words.get(0).equals("dump_modify") && words.contains("element")) {
                modified = leadingElements(words.subList(words.indexOf("element") + 1, words.size()));
            } else if (words.size() > 3 && words.subList(0, 3).equals(ALL_PAIRS)) {
                lists.add(trailingElements(words.subList(3, words.size())));
            } else if (words.get(0).equals("units") && words.size() == 2) {
                units = words.get(1);
            }
        }
        return writesDump ? new LammpsScript(script, elements(modified, lists), units) : null;
    }

    /** Elements by type: as {@code dump_modify} has them, else as all {@code pair_coeff} agree. */
    private static Map<Integer, String> elements(List<String> modified, List<List<String>> lists) {
        List<List<String>> stated =
                lists.stream().filter(list -> !list.isEmpty()).distinct().toList();
        List<String> agreed = stated.size() == 1 ? stated.get(0) : List.of();
        List<String> elements = modified.isEmpty() ? agreed : modified;
        Map<Integer, String> ofType = new TreeMap<>();
        for (int k = 0; k < elements.size(); k++) {
            ofType.put(k + 1, elements.get(k));
        }
        return ofType;
    }

    private static List<String> leadingElements(List<String> words) {
        return words.stream().takeWhile(ElementSymbols::isElement).toList();
    }

    private static List<String> trailingElements(List<String> words) {
        int first = words.size();
        while (first > 0 && ElementSymbols.isElement(words.get(first - 1))) {
            first--;
        }
        return words.subList(first, words.size());
    }
}
