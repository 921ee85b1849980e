package org.percolith.trajectory.run.companion;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.percolith.trajectory.format.MdSettings;

/**
 * The INCAR grammar: {@code TAG = value}, several a line with {@code ;}, comments after {@code #} and {@code !}, a line
 * continued with a backslash, a quoted value over several lines, in which all these are text. The first of a repeated tag
 * counts.
 */
final class Incar {

    private final String text;
    private final Map<String, String> tags = new HashMap<>();
    private final StringBuilder statement = new StringBuilder();

    private Incar(String text) {
        this.text = text;
    }

    static MdSettings parse(String text, String source) {
        Incar incar = new Incar(text.replaceAll("\\\\[ \\t]*\\r?\\n", " "));
        incar.parse();
        return new MdSettings(incar.tags, source);
    }

    private void parse() {
        int at = 0;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '"' -> at = quoted(at);
                case '#', '!' -> at = lineEnd(at) - 1;
                case ';', '\n', '\r' -> endStatement();
                default -> statement.append(text.charAt(at));
            }
            at++;
        }
        endStatement();
    }

    /** Takes a quoted text; a quote that nothing closes is a character like others. Returns where it ends. */
    private int quoted(int from) {
        int close = text.indexOf('"', from + 1);
        if (close < 0) {
            return from;
        }
        statement.append(text, from + 1, close);
        return close;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private void endStatement() {
        int equals = statement.indexOf("=");
        if (equals > 0) {
            String tag = statement.substring(0, equals).strip().toUpperCase(Locale.ROOT);
            tags.putIfAbsent(tag, statement.substring(equals + 1).strip());
        }
        statement.setLength(0);
    }
}
