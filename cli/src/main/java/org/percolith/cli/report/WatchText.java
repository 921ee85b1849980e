package org.percolith.cli.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.DiffusionResult;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/** What a growing run shows at one look, as a line. */
public final class WatchText {

    private static final String ROW = "%-8s %8s %10s  %-20s %5s %6s  %-13s %s%n";
    private static final Estimate NONE = Estimate.withheld("not computed");

    private WatchText() {}

    /** Names of the columns. */
    public static String head() {
        return String.format(
                Locale.ROOT, ROW, "clock", "frames", "length ps", "D* cm²/s", "error", "hops", "transport", "to go");
    }

    /** One look. */
    public static String row(String clock, AnalyzedRun run, String toGo) {
        Estimate tracer = tracer(run);
        String error = tracer instanceof Estimate.Measured measured ? NumberText.percent(measured.relativeStd()) : "";
        return String.format(
                Locale.ROOT,
                ROW,
                clock,
                run.info().frames(),
                NumberText.fixed(run.info().durationPs(), 1),
                NumberText.brief(tracer),
                error,
                hops(run).map(found -> NumberText.fixed(found, 0)).orElse(""),
                transport(run),
                toGo);
    }

    /** The same for programs, an object a line. */
    public static String json(String clock, AnalyzedRun run, boolean reached, String toGo) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("clock", clock)
                .put("label", run.info().label())
                .put("frames", run.info().frames())
                .put("duration_ps", run.info().durationPs());
        node.set("tracer_cm2_s", EstimateJson.of(tracer(run)));
        EstimateJson.putNumber(node, "effective_hops", hops(run).orElse(null));
        node.put("transport", transport(run)).put("publishable", run.publishable());
        node.put("reached", reached).put("to_go", toGo);
        return node + "\n";
    }

    private static Estimate tracer(AnalyzedRun run) {
        return run.judgement().map(TransportJudgement::tracerCm2PerS).orElse(NONE);
    }

    private static Optional<Double> hops(AnalyzedRun run) {
        return run.diffusion().map(DiffusionResult::hops).map(found -> found.effective());
    }

    private static String transport(AnalyzedRun run) {
        return run.judgement().map(found -> found.transport().label()).orElse("");
    }
}
