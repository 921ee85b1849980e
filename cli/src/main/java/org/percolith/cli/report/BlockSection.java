package org.percolith.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.percolith.cli.report.ReportBlock.Entry;
import org.percolith.cli.report.ReportBlock.Item;
import org.percolith.cli.report.ReportBlock.Line;

/**
 * A part of the text on the page, with its figures below it.
 *
 * @param figures names of SVG files; those that were not written are passed over
 */
record BlockSection(String anchor, ReportBlock block, List<String> figures) implements PageSection {

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        StringBuilder html = new StringBuilder("<section")
                .append(anchor.isEmpty() ? "" : " id=\"" + anchor + "\"")
                .append(">\n");
        putBlock(html);
        String subject = block.items().stream()
                .filter(Line.class::isInstance)
                .map(item -> ((Line) item).content().strip())
                .findFirst()
                .orElse("");
        figures.forEach(name -> files.apply(name)
                .ifPresent(svg -> html.append(Markup.figure(name, described(name) + " " + subject + ".", svg))));
        return html.append("</section>\n").toString();
    }

    /** What a figure shows, for those who do not see it. */
    static String described(String name) {
        return switch (name.substring(name.lastIndexOf('/') + 1)) {
            case "msd.svg" ->
                "Mean squared displacement against lag time, linear and on logarithmic axes, with the fitted window.";
            case "density.svg" -> "Probability density of the mobile ion projected along each lattice vector.";
            case "arrhenius.svg" -> "Diffusivity against inverse temperature with the fitted line and its 95 % band.";
            case "comparison.svg" -> "Displacement and percolating volume of both systems on the same axes.";
            case "ledger.svg" ->
                "Conductivity that the hops would give at random, with their memory, over the Haven ratio, and as measured.";
            case "residence.svg" -> "Share of the ions' time on each kind of anion, by distance and by bond valence.";
            case "regions.svg" -> "Number density of each element across the interface.";
            case "jump_network.svg" -> "Basins and the hops between them, seen along the shortest lattice vector.";
            case "msd_all.svg" -> "Mean squared displacement at all temperatures on logarithmic axes.";
            default -> name + ".";
        };
    }

    private void putBlock(StringBuilder html) {
        boolean inTable = false;
        boolean headed = false;
        for (Item item : block.items()) {
            if (inTable != item instanceof Entry) {
                html.append(inTable ? "</table>\n" : "<table class=\"fields\">\n");
                inTable = !inTable;
            }
            if (item instanceof Entry entry) {
                putEntry(html, entry);
            } else if (item instanceof Line line) {
                html.append(Markup.element(headed ? "p" : "h2", line.content().strip()));
                headed = true;
            }
        }
        html.append(inTable ? "</table>\n" : "");
    }

    /** Verdicts are labelled {@code fail M1} and {@code warn T1}, which colours them. */
    private static void putEntry(StringBuilder html, Entry entry) {
        String first = entry.label().split(" ", 2)[0];
        String colour = first.equals("fail") || first.equals("warn") ? " class=\"" + first + "\"" : "";
        html.append("<tr><th scope=\"row\"")
                .append(colour)
                .append('>')
                .append(Markup.escaped(entry.label().strip()))
                .append("</th><td>")
                .append(Markup.escaped(entry.value()))
                .append("</td></tr>\n");
    }
}
