package org.percolith.cli.report;

import java.util.ArrayList;
import java.util.List;

/** One part of a report: lines and labelled values, to be shown on a terminal or on a page. */
public final class ReportBlock {

    /** Columns of a plain terminal; longer words (paths) run over. */
    static final int WIDTH = 80;

    private static final int LABEL_WIDTH = 22;
    private static final String INDENT = "  ";

    /** What a block consists of. */
    sealed interface Item {}

    /** A line of its own; where it is wrapped, its indentation is kept. */
    record Line(String content) implements Item {}

    /** A labelled value; an empty label continues the one above. */
    record Entry(String label, String value) implements Item {}

    /** Space between groups of entries. */
    record Blank() implements Item {}

    private final List<Item> items = new ArrayList<>();

    ReportBlock line(String content) {
        items.add(new Line(content));
        return this;
    }

    ReportBlock blank() {
        items.add(new Blank());
        return this;
    }

    ReportBlock entry(String label, String value) {
        items.add(new Entry(label, value));
        return this;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** The block as text that fits a terminal: long values are wrapped under their own column. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            if (item instanceof Line line) {
                putLine(text, line);
            } else if (item instanceof Entry entry) {
                putEntry(text, entry);
            } else {
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static void putLine(StringBuilder text, Line line) {
        String content = line.content();
        String indent = " ".repeat(content.length() - content.stripLeading().length());
        for (String part : wrapped(content.strip(), WIDTH - indent.length())) {
            text.append(indent).append(part).append('\n');
        }
    }

    private static void putEntry(StringBuilder text, Entry entry) {
        String padded = INDENT
                + entry.label()
                + " ".repeat(Math.max(1, LABEL_WIDTH - entry.label().length()));
        List<String> parts = wrapped(entry.value(), WIDTH - padded.length());
        for (int k = 0; k < parts.size(); k++) {
            text.append(k == 0 ? padded : " ".repeat(padded.length()))
                    .append(parts.get(k))
                    .append('\n');
        }
    }

    private static List<String> wrapped(String content, int width) {
        List<String> lines = new ArrayList<>();
        String rest = content;
        while (rest.length() > width) {
            int fitting = rest.lastIndexOf(' ', width);
            int cut = fitting > 0 ? fitting : rest.indexOf(' ', width);
            if (cut < 0) {
                break;
            }
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
