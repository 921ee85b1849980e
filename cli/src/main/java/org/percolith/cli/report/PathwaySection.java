package org.percolith.cli.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rotatable isosurface in the framework, drawn by 3Dmol.js, which the page carries with it: it meshes a map as the
 * slider moves, draws atoms and bonds, works without a network, and has a permissive licence.
 *
 * @param prefixes folders of the runs, whose {@code pathway_scene.json} is shown
 */
public record PathwaySection(List<String> prefixes) implements PageSection {

    private static final Pattern LABEL = Pattern.compile("\"label\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    public PathwaySection {
        prefixes = List.copyOf(prefixes);
    }

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        List<String> scenes = new ArrayList<>();
        for (String prefix : prefixes) {
            files.apply(prefix + "pathway_scene.json")
                    .ifPresent(bytes -> scenes.add(new String(bytes, StandardCharsets.UTF_8)));
        }
        if (scenes.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section id=\"pathway\">\n<h2>The pathway</h2>\n")
                .append(
                        "<p>Where the ions passed: the surface of constant track density, the framework's mean positions, and the"
                                + " pathway that needs the lowest barrier (orange) with its bottleneck (magenta). Turn it by mouse, finger"
                                + " or arrow keys; zoom by wheel or pinch.</p>\n<div class=\"controls\">\n");
        putRuns(html, scenes);
        html.append(CONTROLS);
        for (String scene : scenes) {
            html.append("<script type=\"application/json\" class=\"scene\">")
                    .append(Markup.json(scene))
                    .append("</script>\n");
        }
        return html.append("<script>\n")
                .append(Markup.resource("3Dmol-min.js"))
                .append("\n</script>\n<script>\n")
                .append(Markup.resource("viewer.js"))
                .append("</script>\n<details><summary>Licence of the viewer, 3Dmol.js</summary><pre>")
                .append(Markup.escaped(Markup.resource("3Dmol-LICENSE.txt")))
                .append("</pre></details>\n</section>\n")
                .toString();
    }

    private static void putRuns(StringBuilder html, List<String> scenes) {
        if (scenes.size() == 1) {
            return;
        }
        html.append("<label>Run <select id=\"pathway-run\">");
        for (int k = 0; k < scenes.size(); k++) {
            Matcher label = LABEL.matcher(scenes.get(k));
            html.append("<option value=\"")
                    .append(k)
                    .append("\">")
                    .append(Markup.escaped(label.find() ? label.group(1) : "run " + (k + 1)))
                    .append("</option>");
        }
        html.append("</select></label>\n");
    }

    private static final String CONTROLS = """
            <label>Level <input type="range" id="pathway-level" min="0" max="1000" value="500" list="pathway-ticks"></label>
            <datalist id="pathway-ticks"></datalist>
            <span id="pathway-marks"></span>
            <label>Cells <select id="pathway-cells"><option value="1">1</option><option value="2">2 × 2 × 2</option></select></label>
            <label><input type="checkbox" id="pathway-framework" checked> framework</label>
            <label><input type="checkbox" id="pathway-path" checked> path</label>
            <span role="group" aria-label="Turn">
            <button type="button" id="pathway-left" aria-label="turn left">←</button>
            <button type="button" id="pathway-right" aria-label="turn right">→</button>
            <button type="button" id="pathway-up" aria-label="turn up">↑</button>
            <button type="button" id="pathway-down" aria-label="turn down">↓</button></span>
            <button type="button" id="pathway-save">Save as PNG</button>
            </div>
            <p id="pathway-state" role="status"></p>
            <div class="stage" id="pathway-stage" tabindex="0" role="application"
                 aria-label="Rotatable isosurface of the track density in the framework"></div>
            """;
}
