package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.sweep.SweepResult;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * What a reader wants first: the numbers with their intervals, whether they may be used, a light for each temperature, and
 * the one thing to do next.
 *
 * @param lineVerdicts on the sweep
 * @param next as {@link NextStep} says it
 */
public record AnswerSection(
        List<AnalyzedRun> runs, Optional<SweepResult> sweep, List<Verdict> lineVerdicts, String next)
        implements PageSection {

    public AnswerSection {
        runs = List.copyOf(runs);
        lineVerdicts = List.copyOf(lineVerdicts);
    }

    /** Where the details of a run stand on the page. */
    public static String anchor(int run) {
        return "run-" + (run + 1);
    }

    @Override
    public String html(Function<String, Optional<byte[]>> files) {
        StringBuilder html =
                new StringBuilder("<section class=\"answer\">\n<h2>The answer</h2>\n<dl class=\"facts\">\n");
        if (!runs.isEmpty()) {
            putFact(html, "System", runs.get(0).info().atoms().formula());
        }
        sweep.ifPresent(found -> {
            putFact(
                    html,
                    "Activation energy",
                    NumberText.of(found.activationEnergies().ofDiffusivityEv(), "eV"));
            putFact(
                    html,
                    String.format(
                            Locale.ROOT,
                            "Conductivity at %.0f K",
                            found.extrapolation().temperatureK()),
                    NumberText.of(found.extrapolation().conductivityMsPerCm(), "mS/cm"));
        });
        if (runs.size() == 1) {
            AnalyzedRun run = runs.get(0);
            run.judgement().ifPresent(judgement -> {
                putFact(html, "Tracer diffusivity D*", NumberText.of(judgement.tracerCm2PerS(), "cm²/s"));
                putFact(html, "Conductivity from D*", NumberText.of(judgement.tracerMsPerCm(), "mS/cm"));
            });
        }
        if (!runs.isEmpty()) {
            putFact(html, "Diffusion is", dimensions());
            putFact(html, "May it be published?", publishable());
        }
        html.append("</dl>\n");
        putLights(html);
        return html.append("<p class=\"next\"><strong>Do next:</strong> ")
                .append(Markup.escaped(next))
                .append("</p>\n</section>\n")
                .toString();
    }

    private static void putFact(StringBuilder html, String name, String value) {
        html.append("<div><dt>")
                .append(Markup.escaped(name))
                .append("</dt><dd>")
                .append(Markup.escaped(value))
                .append("</dd></div>\n");
    }

    private String dimensions() {
        List<String> found = runs.stream().map(RunTable::dimension).distinct().toList();
        return found.size() == 1
                ? named(found.get(0))
                : "not the same at all temperatures: " + String.join(", ", found);
    }

    private static String named(String dimension) {
        return dimension.equals("?") ? "of undetermined dimension" : dimension + "-dimensional";
    }

    private String publishable() {
        long good = runs.stream().filter(AnalyzedRun::publishable).count();
        if (runs.size() == 1) {
            return good == 1 ? "yes, with its interval" : "no";
        }
        return good + " of " + runs.size() + " temperatures may; " + line();
    }

    private String line() {
        if (sweep.filter(found -> found.activationEnergies().ofDiffusivityEv() instanceof Estimate.Measured)
                .isEmpty()) {
            return "there is no line through them";
        }
        String failed = VerdictText.failed(lineVerdicts);
        return failed.isEmpty() ? "so may Ea and σ" : "Ea and σ not as they stand: " + failed;
    }

    /** Colour, shape and word say the same. */
    private void putLights(StringBuilder html) {
        html.append("<ul class=\"lights\" aria-label=\"Verdict for each run\">\n");
        for (int k = 0; k < runs.size(); k++) {
            AnalyzedRun run = runs.get(k);
            String light = light(run);
            html.append("<li><a href=\"#")
                    .append(anchor(k))
                    .append("\">")
                    .append(Markup.escaped(run.info().label()))
                    .append("</a> ")
                    .append(light)
                    .append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static String light(AnalyzedRun run) {
        if (run.publishable()) {
            return "<span class=\"good\">● publishable</span>";
        }
        boolean measured = run.judgement()
                .map(TransportJudgement::tracerCm2PerS)
                .filter(Estimate.Measured.class::isInstance)
                .isPresent();
        String reason = Markup.escaped(RunTable.verdict(run));
        return measured
                ? "<span class=\"care\">▲ with care: " + reason + "</span>"
                : "<span class=\"bad\">■ no number: " + reason + "</span>";
    }
}
