package org.percolith.trajectory.crystal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a CIF: bare, quoted, or a text between lines that begin with a semicolon; comments are left out.
 *
 * @see <a href="https://www.iucr.org/resources/cif/spec/version1.1/cifsyntax">CIF 1.1 syntax</a>
 */
final class CifTokens {

    /**
     * A word.
     *
     * @param text without its quotes
     * @param quoted whether it had quotes, so that it is a value whatever it looks like
     * @param line of the file, from 1
     */
    record Token(String text, boolean quoted, int line) {

        boolean isTag() {
            return !quoted && text.startsWith("_");
        }

        boolean isLoop() {
            return !quoted && text.equalsIgnoreCase("loop_");
        }

        boolean isValue() {
            return !isTag() && !isLoop() && !opensBlock();
        }

        boolean opensBlock() {
            return !quoted && text.toLowerCase(Locale.ROOT).startsWith("data_");
        }
    }

    private final List<String> lines;
    private final List<Token> tokens = new ArrayList<>();

    private CifTokens(List<String> lines) {
        this.lines = lines;
    }

    static List<Token> of(List<String> lines) {
        CifTokens words = new CifTokens(lines);
        int line = 0;
        while (line < lines.size()) {
            line = lines.get(line).startsWith(";") ? words.textField(line) : words.words(line);
        }
        return words.tokens;
    }

    private int textField(int first) {
        StringBuilder text = new StringBuilder(lines.get(first).substring(1));
        int line = first + 1;
        while (line < lines.size() && !lines.get(line).startsWith(";")) {
            text.append('\n').append(lines.get(line++));
        }
        tokens.add(new Token(text.toString(), true, first + 1));
        return line + 1;
    }

    private int words(int number) {
        String line = lines.get(number);
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                break;
            } else {
                int end = c == '\'' || c == '"' ? closingQuote(line, at) : wordEnd(line, at);
                boolean quoted = end < line.length() && (c == '\'' || c == '"');
                tokens.add(new Token(line.substring(quoted ? at + 1 : at, end), quoted, number + 1));
                at = quoted ? end + 1 : end;
            }
        }
        return number + 1;
    }

    /** A quote ends at its like before white space; an apostrophe inside a word is none. */
    private static int closingQuote(String line, int open) {
        for (int at = open + 1; at < line.length(); at++) {
            boolean last = at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1));
            if (line.charAt(at) == line.charAt(open) && last) {
                return at;
            }
        }
        return line.length();
    }

    private static int wordEnd(String line, int start) {
        int at = start;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
