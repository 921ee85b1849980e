package org.percolith.trajectory.format.lammps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.ElementSymbols;

/**
 * The elements that the input script of a dump, or the log that echoes it, gives to atom types: in {@code dump_modify ...
 * element Li P S}, or at the end of {@code pair_coeff * * file Li P S}.
 */
record LammpsScript(Path file, Map<Integer, String> elementOfType) {

    private static final Pattern NAME = Pattern.compile("(?i)(in\\..*|.*\\.(in|lmp|lammps)|log\\..*|.*\\.log)");
    private static final List<String> ALL_PAIRS = List.of("pair_coeff", "*", "*");
    private static final long LONGEST = 1 << 24;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The script beside a dump that writes it and tells the elements, or null. */
    static @Nullable LammpsScript beside(Path dump) throws IOException {
        Path folder = dump.toAbsolutePath().getParent();
        if (folder == null) {
            return null;
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            for (Path path : siblings.sorted().toList()) {
                boolean script = NAME.matcher(path.getFileName().toString()).matches()
                        && Files.isRegularFile(path)
                        && Files.size(path) < LONGEST;
                Map<Integer, String> elements = script ? elements(path, dump) : Map.of();
                if (!elements.isEmpty()) {
                    return new LammpsScript(path, elements);
                }
            }
        }
        return null;
    }

    /** Empty where the script writes other dumps, names no elements, or names different ones. */
    private static Map<Integer, String> elements(Path script, Path dump) throws IOException {
        List<List<String>> lists = new ArrayList<>();
        List<String> modified = List.of();
        boolean writesDump = false;
        for (String line : Files.readString(script, StandardCharsets.ISO_8859_1)
                .replaceAll("&\\s*\\R", " ")
                .lines()
                .toList()) {
            List<String> words = List.of(BLANKS.split(line.replaceAll("#.*", "").strip()));
            if (words.get(0).equals("dump") && words.size() > 5) {
                writesDump |= isWrittenAs(dump, words.get(5));
            } else if (words.get(0).equals("dump_modify") && words.contains("element")) {
                modified = leadingElements(words.subList(words.indexOf("element") + 1, words.size()));
            } else if (words.size() > 3 && words.subList(0, 3).equals(ALL_PAIRS)) {
                lists.add(trailingElements(words.subList(3, words.size())));
            }
        }
        List<List<String>> stated =
                lists.stream().filter(list -> !list.isEmpty()).distinct().toList();
        List<String> agreed = stated.size() == 1 ? stated.get(0) : List.of();
        List<String> elements = modified.isEmpty() ? agreed : modified;
        Map<Integer, String> ofType = new TreeMap<>();
        for (int k = 0; k < elements.size() && writesDump; k++) {
            ofType.put(k + 1, elements.get(k));
        }
        return ofType;
    }

    /** File names in scripts may hold a {@code *} for the step; what lies here may have been compressed since. */
    private static boolean isWrittenAs(Path dump, String written) {
        String name = dump.getFileName().toString().replaceAll("\\.(gz|bz2|xz|zst)$", "");
        String last = written.substring(written.lastIndexOf('/') + 1).replaceAll("\\.(gz|bz2|xz|zst)$", "");
        String pattern = Arrays.stream(last.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + "\\d+" + right)
                .orElse("");
        return name.matches(pattern);
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
