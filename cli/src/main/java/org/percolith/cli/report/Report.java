package org.percolith.cli.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.percolith.cli.report.ReportBlock.Entry;
import org.percolith.cli.report.ReportBlock.Item;
import org.percolith.cli.report.ReportBlock.Line;

/** What a command has to say: as text for the terminal, and as one page that needs no other file. */
public final class Report {

    private static final String STYLE = """
            body { font: 15px/1.45 "Liberation Sans", Arial, Helvetica, sans-serif; color: #202020; background: #fff;
                   max-width: 60em; margin: 2em auto; padding: 0 1em }
            section { border-top: 1px solid #ccc; margin-top: 2em }
            h2 { font-size: 1.2em; margin-bottom: .3em }
            table { border-collapse: collapse; margin: .6em 0 }
            th { text-align: left; font-weight: normal; color: #555; padding: .1em 1.2em .1em 0; vertical-align: top;
                 white-space: nowrap }
            td { vertical-align: top; overflow-wrap: anywhere; white-space: pre-wrap }
            th.fail { color: #b03000; font-weight: bold }
            th.warn { color: #8a6000; font-weight: bold }
            img { width: 30em; max-width: 100%; display: block; margin: .8em 0 }
            footer { color: #777; margin-top: 2em; font-size: .85em }
            """;

    private record Section(ReportBlock block, List<String> figures) {}

    private final String title;
    private final List<Section> sections = new ArrayList<>();

    public Report(String title) {
        this.title = title;
    }

    /**
     * Adds a part.
     *
     * @param figures names of the SVG files that belong to it; those that were not written are passed over
     */
    public Report add(ReportBlock block, String... figures) {
        sections.add(new Section(block, List.of(figures)));
        return this;
    }

    public String text() {
        return sections.stream()
                .map(section -> section.block().text())
                .collect(Collectors.joining("\n" + "-".repeat(ReportBlock.WIDTH) + "\n\n"));
    }

    /**
     * The page.
     *
     * @param figure the bytes of a figure by its name
     * @param footer a line below all
     */
    public String html(Function<String, Optional<byte[]>> figure, String footer) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append("<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        for (Section section : sections) {
            html.append("<section>\n");
            putBlock(html, section.block());
            section.figures().forEach(name -> figure.apply(name).ifPresent(svg -> putFigure(html, name, svg)));
            html.append("</section>\n");
        }
        return html.append("<footer>")
                .append(escaped(footer))
                .append("</footer>\n</body></html>\n")
                .toString();
    }

    private static void putBlock(StringBuilder html, ReportBlock block) {
        boolean inTable = false;
        boolean headed = false;
        for (Item item : block.items()) {
            if (inTable != item instanceof Entry) {
                html.append(inTable ? "</table>\n" : "<table>\n");
                inTable = !inTable;
            }
            if (item instanceof Entry entry) {
                putEntry(html, entry);
            } else if (item instanceof Line line) {
                String tag = headed ? "p" : "h2";
                headed = true;
                html.append(element(tag, line.content().strip()));
            }
        }
        html.append(inTable ? "</table>\n" : "");
    }

    /** Verdicts are labelled {@code fail M1} and {@code warn T1}, which colours them. */
    private static void putEntry(StringBuilder html, Entry entry) {
        String first = entry.label().split(" ", 2)[0];
        String colour = first.equals("fail") || first.equals("warn") ? " class=\"" + first + "\"" : "";
        html.append("<tr><th")
                .append(colour)
                .append('>')
                .append(escaped(entry.label().strip()))
                .append("</th><td>")
                .append(escaped(entry.value()))
                .append("</td></tr>\n");
    }

    /** As a picture of its own, since names inside one SVG may be those of another. */
    private static void putFigure(StringBuilder html, String name, byte[] svg) {
        html.append("<img alt=\"")
                .append(escaped(name))
                .append("\" src=\"data:image/svg+xml;base64,")
                .append(Base64.getEncoder().encodeToString(svg))
                .append("\">\n");
    }

    private static String element(String tag, String content) {
        return "<" + tag + ">" + escaped(content) + "</" + tag + ">\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
