package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.Dimensionality;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;

/** All runs side by side, a line each. */
public final class RunTable {

    private static final String ROW = "  %-13s %-16s %-16s %-3s %6s  %s";
    private static final int LABEL_WIDTH = 13;
    private static final Estimate NONE = Estimate.withheld("not computed");

    private RunTable() {}

    /** For the terminal, within its 80 columns. */
    public static ReportBlock text(List<AnalyzedRun> runs) {
        ReportBlock block = new ReportBlock().line("All runs").blank();
        block.line(String.format(Locale.ROOT, ROW, "", "D* cm²/s", "σ mS/cm", "dim", "hops", "publishable?"));
        boolean byTemperature = runs.stream().map(RunTable::kelvin).distinct().count() == runs.size();
        for (AnalyzedRun run : runs) {
            block.line(String.format(
                            Locale.ROOT,
                            ROW,
                            byTemperature
                                    ? kelvin(run) + " K"
                                    : shortened(run.info().label()),
                            NumberText.brief(tracer(run)),
                            NumberText.brief(conductivity(run)),
                            dimension(run),
                            hops(run),
                            verdict(run))
                    .stripTrailing());
        }
        return block;
    }

    private static String shortened(String label) {
        return label.length() <= LABEL_WIDTH ? label : "…" + label.substring(label.length() - LABEL_WIDTH + 1);
    }

    /** For the page, sortable by each column. */
    public static PageSection page(List<AnalyzedRun> runs) {
        List<AnalyzedRun> rows = List.copyOf(runs);
        return files ->
                "<section>\n<h2>All temperatures side by side</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\""
                        + " aria-label=\"Results of all runs\"><table class=\"compared\"><thead><tr>"
                        + List.of(
                                        "run",
                                        "T, K",
                                        "D*, cm²/s",
                                        "Dσ, cm²/s",
                                        "H_R",
                                        "σ from D*, mS/cm",
                                        "dimension",
                                        "hops",
                                        "verdict")
                                .stream()
                                .map(name -> "<th scope=\"col\"><button type=\"button\">" + name + "</button></th>")
                                .collect(Collectors.joining())
                        + "</tr></thead><tbody>\n"
                        + rows.stream().map(RunTable::row).collect(Collectors.joining())
                        + "</tbody></table></div>\n<script>\n" + Markup.resource("table.js") + "</script></section>\n";
    }

    private static String kelvin(AnalyzedRun run) {
        Sourced<Double> temperature = run.info().temperatureK().found();
        return temperature == null ? "" : NumberText.fixed(temperature.value(), 0);
    }

    private static String row(AnalyzedRun run) {
        String kelvin = kelvin(run);
        Estimate charge = run.judgement().map(TransportJudgement::chargeCm2PerS).orElse(NONE);
        Estimate haven = run.diffusion().map(DiffusionResult::havenRatio).orElse(NONE);
        return "<tr>" + cell(run.info().label(), run.info().label()) + cell(kelvin, kelvin) + cell(tracer(run))
                + cell(charge) + cell(haven) + cell(conductivity(run)) + cell(dimension(run), dimension(run))
                + cell(hops(run), hops(run)) + cell(verdict(run), verdict(run)) + "</tr>\n";
    }

    private static String cell(Estimate estimate) {
        String value = "";
        if (estimate instanceof Estimate.Measured measured) {
            value = String.valueOf(measured.value());
        } else if (estimate instanceof Estimate.UpperBound bound) {
            value = String.valueOf(bound.upper95());
        }
        return cell(NumberText.brief(estimate), value);
    }

    private static String cell(String shown, String value) {
        return "<td data-value=\"" + Markup.escaped(value) + "\">" + Markup.escaped(shown) + "</td>";
    }

    private static Estimate tracer(AnalyzedRun run) {
        return run.judgement().map(TransportJudgement::tracerCm2PerS).orElseGet(() -> run.diffusion()
                .map(found -> found.tracer().cm2PerS())
                .orElse(NONE));
    }

    private static Estimate conductivity(AnalyzedRun run) {
        return run.judgement().map(TransportJudgement::tracerMsPerCm).orElse(NONE);
    }

    private static String hops(AnalyzedRun run) {
        return run.diffusion()
                .map(found -> NumberText.fixed(found.hops().effective(), 0))
                .orElse("");
    }

    /** {@code 3}, or {@code ?} where it is not sure. */
    static String dimension(AnalyzedRun run) {
        Optional<Dimensionality> found = run.judgement()
                .map(TransportJudgement::dimensionality)
                .orElseGet(() -> run.diffusion().flatMap(DiffusionResult::dimensionality));
        return found.filter(d -> d.value().isPresent())
                .map(d -> String.valueOf(d.value().getAsInt()))
                .orElse("?");
    }

    /** {@code yes}, or {@code no, F1 M4}: the verdicts that failed; else what the ions do. */
    static String verdict(AnalyzedRun run) {
        if (run.publishable()) {
            return "yes";
        }
        String failed = run.verdicts().stream()
                .filter(verdict -> verdict.status() == Verdict.Status.FAIL)
                .map(Verdict::id)
                .collect(Collectors.joining(" "));
        if (failed.isEmpty() && run.judgement().isEmpty()) {
            return "not judged";
        }
        String transport =
                run.judgement().map(found -> found.transport().label()).orElse("");
        return "no, " + (failed.isEmpty() ? transport : failed);
    }
}
