package org.percolith.cli.report;

import java.util.Optional;
import java.util.function.Function;

/**
 * A figure by itself; nothing where it was not written.
 *
 * @param name of an SVG file
 */
public record FigureSection(String name) implements PageSection {

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        return files.apply(name)
                .map(svg -> "<section>\n" + Markup.figure(name, BlockSection.described(name), svg) + "</section>\n")
                .orElse("");
    }
}
