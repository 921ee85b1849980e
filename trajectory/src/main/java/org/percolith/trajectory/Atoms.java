package org.percolith.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The element symbol of every atom, in file order. */
public record Atoms(List<String> symbols) {

    /** A count beyond this is damage, not a system: its frame alone would fill a workstation's memory. */
    public static final int MOST = 10_000_000;

    public Atoms {
        symbols = List.copyOf(symbols);
    }

    /** Groups of equal atoms in file order, as VASP writes them: {@code [Li, P], [192, 32]}. */
    public static Atoms ofGroups(List<String> symbols, List<Integer> counts) {
        List<String> all = new ArrayList<>();
        for (int group = 0; group < symbols.size(); group++) {
            for (int i = 0; i < counts.get(group); i++) {
                all.add(symbols.get(group));
            }
        }
        return new Atoms(all);
    }

    /** Stands for an element that nothing names. */
    public static final String UNNAMED = "X";

    /** Atoms of which only the number is known. */
    public static Atoms unnamed(int count) {
        return new Atoms(Collections.nCopies(count, UNNAMED));
    }

    public int size() {
        return symbols.size();
    }

    /** Atoms per element, in order of first appearance. */
    public Map<String, Integer> composition() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        symbols.forEach(symbol -> counts.merge(symbol, 1, Integer::sum));
        return counts;
    }

    /** Composition as one line: {@code Li192 P32 S160 Cl32}. */
    public String formula() {
        return composition().entrySet().stream()
                .map(entry -> entry.getKey() + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Indices of all atoms whose element is in {@code elements}, ascending. */
    public int[] indicesOf(Collection<String> elements) {
        int[] found = new int[symbols.size()];
        int count = 0;
        for (int i = 0; i < symbols.size(); i++) {
            if (elements.contains(symbols.get(i))) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
