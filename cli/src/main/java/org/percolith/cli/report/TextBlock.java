package org.percolith.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of labelled text that fit a terminal: long values are wrapped under their own column. */
public final class TextBlock {

    /** Columns of a plain terminal; longer words (paths) run over. */
    static final int WIDTH = 80;

    private static final int LABEL_WIDTH = 22;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    /** A line of its own; where it is wrapped, its indentation is kept. */
    TextBlock line(String content) {
        String indent = " ".repeat(content.length() - content.stripLeading().length());
        for (String part : wrapped(content.strip(), WIDTH - indent.length())) {
            text.append(indent).append(part).append('\n');
        }
        return this;
    }

    /** A rule between blocks of a report. */
    public static String rule() {
        return "-".repeat(WIDTH);
    }

    TextBlock blank() {
        text.append('\n');
        return this;
    }

    /** A labelled value; an empty label continues the one above. */
    TextBlock entry(String label, String value) {
        String padded = INDENT + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
        List<String> parts = wrapped(value, WIDTH - padded.length());
        for (int k = 0; k < parts.size(); k++) {
            text.append(k == 0 ? padded : " ".repeat(padded.length()))
                    .append(parts.get(k))
                    .append('\n');
        }
        return this;
    }

    private static List<String> wrapped(String content, int width) {
        List<String> lines = new ArrayList<>();
        String rest = content;
        while (rest.length() > width) {
            int cut = rest.lastIndexOf(' ', width);
            if (cut <= 0) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
