package org.percolith.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a command has to say: as text for the terminal, and as one page that needs no other file. */
public final class Report {

    /** A part of the text; details are left to {@code report.txt} where there is more than one of them. */
    private record Part(ReportBlock block, boolean detail) {}

    private final String title;
    private final List<Part> parts = new ArrayList<>();
    private final List<PageSection> page = new ArrayList<>();

    public Report(String title) {
        this.title = title;
    }

    /**
     * Adds a part to text and page.
     *
     * @param figures names of the SVG files that belong to it; those that were not written are passed over
     */
    public Report add(ReportBlock block, String... figures) {
        return add(block, new BlockSection("", block, List.of(figures)));
    }

    /** Adds a part that looks different on the page. */
    public Report add(ReportBlock block, PageSection section) {
        parts.add(new Part(block, false));
        return page(section);
    }

    /** Adds the details of one run, to which the page can link by {@code anchor}. */
    public Report detail(String anchor, ReportBlock block, String... figures) {
        parts.add(new Part(block, true));
        return page(new BlockSection(anchor, block, List.of(figures)));
    }

    /** Adds a part to the page only. */
    public Report page(PageSection section) {
        page.add(section);
        return this;
    }

    /** Everything. */
    public String text() {
        return joined(parts);
    }

    /** What a terminal shows: a sweep's details would push its answer out of sight. */
    public String terminalText() {
        if (parts.stream().filter(Part::detail).count() <= 1) {
            return text();
        }
        return joined(parts.stream().filter(part -> !part.detail()).toList())
                + "\nEach run in full: report.txt and report.html\n";
    }

    private static String joined(List<Part> shown) {
        return shown.stream()
                .map(part -> part.block().text())
                .collect(Collectors.joining("\n" + "-".repeat(ReportBlock.WIDTH) + "\n\n"));
    }

    /**
     * The page.
     *
     * @param files the bytes of a result file by its name
     * @param footer a line below all
     */
    public String html(Function<String, Optional<byte[]>> files, String footer) {
        String sections = page.stream().map(section -> section.html(files)).collect(Collectors.joining());
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n"
                + Markup.element("title", title) + "<style>\n" + Markup.resource("page.css")
                + "</style></head><body>\n<main>\n" + Markup.element("h1", title) + sections + "</main>\n"
                + Markup.element("footer", footer) + "</body></html>\n";
    }
}
