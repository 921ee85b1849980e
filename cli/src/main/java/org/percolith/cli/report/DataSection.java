package org.percolith.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;

/** Checksums of all inputs, and the machine-readable summary inside the page. */
public record DataSection(ObjectNode summary) implements PageSection {

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        StringBuilder html = new StringBuilder(
                        "<section>\n<h2>Data</h2>\n<details><summary>Checksums of the inputs (SHA-256)")
                .append("</summary><pre>");
        for (JsonNode input : summary.path("provenance").path("inputs")) {
            html.append(Markup.escaped(
                    input.path("sha256").asText() + "  " + input.path("path").asText() + "\n"));
        }
        return html.append(
                        "</pre></details>\n<p>The summary, <code>summary.json</code>, is inside this page, in the element"
                                + " with the id <code>summary</code>.</p>\n<script type=\"application/json\" id=\"summary\">")
                .append(Markup.json(summary.toString()))
                .append("</script>\n</section>\n")
                .toString();
    }
}
