package org.percolith.trajectory.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name that was probably meant, among those that there are: for messages only. */
final class Spelling {

    private Spelling() {}

    /** The nearest name, within a third of its letters (one at least); capitals do not matter. */
    static Optional<String> nearest(String written, Collection<String> names) {
        String word = written.toLowerCase(Locale.ROOT);
        int reach = Math.max(1, word.length() / 3);
        return names.stream()
                .filter(name -> edits(word, name.toLowerCase(Locale.ROOT)) <= reach)
                .min(Comparator.comparingInt((String name) -> edits(word, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** What lies beside a path that is not there, under a name like its own; empty if nothing does. */
    static Optional<Path> nearest(Path missing) {
        Path folder = missing.getParent() == null ? Path.of("") : missing.getParent();
        if (missing.getFileName() == null || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).toList();
            return nearest(missing.getFileName().toString(), names).map(missing::resolveSibling);
        } catch (IOException e) {
            return Optional.empty(); // a suggestion is not worth a second error
        }
    }

    /** Levenshtein's distance: letters put in, left out or replaced. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
