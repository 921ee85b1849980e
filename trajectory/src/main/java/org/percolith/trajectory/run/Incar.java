package org.percolith.trajectory.run;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.percolith.trajectory.format.MdSettings;

/**
 * The INCAR grammar: {@code TAG = value}, several a line with {@code ;}, comments after {@code #} and {@code !}, a line
 * continued with a backslash. The first of a repeated tag counts.
 */
final class Incar {

    private Incar() {}

    static MdSettings parse(String text, String source) {
        Map<String, String> tags = new HashMap<>();
        String joined = text.replaceAll("\\\\[ \\t]*\\r?\\n", " ");
        for (String line : joined.split("\\R")) {
            String content = line.replaceAll("[#!].*", "");
            for (String statement : content.split(";")) {
                int equals = statement.indexOf('=');
                if (equals > 0) {
                    String tag = statement.substring(0, equals).strip().toUpperCase(Locale.ROOT);
                    tags.putIfAbsent(tag, statement.substring(equals + 1).strip());
                }
            }
        }
        return new MdSettings(tags, source);
    }
}
