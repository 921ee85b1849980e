package org.percolith.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A methods paragraph ready to paste, made of what the summary records. */
public record MethodsSection(ObjectNode summary) implements PageSection {

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        return "<section id=\"methods\">\n<h2>Methods, ready to paste</h2>\n" + Markup.element("p", paragraph())
                + "<details><summary>BibTeX</summary><pre>" + Markup.escaped(Markup.resource("references.bib"))
                + "</pre></details>\n<details><summary>Command and settings</summary><pre>"
                + Markup.escaped("percolith " + words(summary.path("provenance").path("command")) + "\n"
                        + summary.path("provenance").path("settings").toPrettyString())
                + "</pre></details>\n</section>\n";
    }

    private String paragraph() {
        JsonNode provenance = summary.path("provenance");
        JsonNode settings = provenance.path("settings");
        StringBuilder text = new StringBuilder("Trajectories were analysed with Percolith ")
                .append(provenance.path("version").asText())
                .append(". ");
        for (JsonNode run : summary.path("runs")) {
            putRun(text, run);
        }
        JsonNode runs = summary.path("runs");
        if (runs.findValue("fit") != null) {
            text.append(
                            "Mean squared displacements were averaged over ions and time origins after removal of the drift of the ")
                    .append(each(runs, "drift_reference"))
                    .append(
                            "; tracer diffusivities come from the Einstein relation in the diffusive window, estimator: ")
                    .append(runs.findValue("fit").path("estimator").asText())
                    .append(". Conductivities follow from the Nernst-Einstein relation. ");
        }
        if (runs.findValue("percolation") != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "Percolation was judged on the track density of the mobile ions on voxels of %s Å with face neighbours, with a"
                            + " bootstrap over ions (seed %s). ",
                    settings.path("percolation_grid_A").asText(),
                    settings.path("seed").asText()));
        }
        if (summary.has("sweep")) {
            text.append("Activation energies were fitted to ln D against 1/T over ")
                    .append(words(summary.path("sweep").path("used")))
                    .append(" and extrapolated to ")
                    .append(settings.path("extrapolate_to_K").asText())
                    .append(" K. ");
        }
        return text.append("Intervals are 95 % intervals.").toString();
    }

    private static void putRun(StringBuilder text, JsonNode run) {
        text.append(String.format(
                Locale.ROOT,
                "%s: %d frames, %s fs apart (%s), %d left out as equilibration, temperature %s K (%s), mobile %s. ",
                run.path("label").asText(),
                run.path("frames").asInt(),
                run.path("frame_interval_fs").path("value").asText("unknown"),
                run.path("frame_interval_fs").path("source").asText("no source"),
                run.path("frames_skipped").asInt(),
                run.path("temperature_K").path("value").asText("unknown"),
                run.path("temperature_K").path("source").asText("no source"),
                run.path("carrier").path("species").asText("unknown")));
    }

    private static String each(JsonNode runs, String field) {
        Set<String> values = new LinkedHashSet<>();
        runs.forEach(run -> values.add(run.path(field).asText()));
        return String.join(" / ", values);
    }

    private static String words(JsonNode array) {
        StringBuilder text = new StringBuilder();
        array.forEach(word -> text.append(text.isEmpty() ? "" : " ").append(word.asText()));
        return text.toString();
    }
}
