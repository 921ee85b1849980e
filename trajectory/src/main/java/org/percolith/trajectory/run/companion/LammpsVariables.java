package org.percolith.trajectory.run.companion;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a LAMMPS script that hold a plain word or number: {@code index} (its first value), {@code string}, {@code
 * equal} of a number. Formulas, loops and values that {@code next} changes are not followed.
 */
final class LammpsVariables {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w))");
    private static final Set<String> PLAIN_STYLES = Set.of("index", "string", "equal", "internal");

    private final Map<String, String> values = new HashMap<>();

    /** Obeys {@code variable NAME STYLE VALUE ...}; as in LAMMPS, an index that is defined already stays as it is. */
    void define(String[] words) {
        if (words.length > 3 && PLAIN_STYLES.contains(words[2])) {
            if (!words[2].equals("index") || !values.containsKey(words[1])) {
                values.put(words[1], words[3].replaceAll("[\"']", ""));
            }
        } else if (words.length > 2) {
            values.remove(words[1]);
        }
    }

    /** Obeys {@code next NAME ...}: their values are no longer known. */
    void advance(String[] words) {
        for (int k = 1; k < words.length; k++) {
            values.remove(words[k]);
        }
    }

    /** The text with the values that are known; {@code $} stays where one is not. */
    String substitute(String text) {
        return text.indexOf('$') < 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(value(match.group(1), match.group(2), match.group())));
    }

    private String value(String inBraces, String letter, String reference) {
        return values.getOrDefault(inBraces == null ? letter : inBraces, reference);
    }
}
