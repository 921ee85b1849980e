package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.msd.sweep.SweepExtension;
import org.percolith.pathways.transport.Transport;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The one thing to do next: what stands in the way of a number comes before what would sharpen it. */
public final class NextStep {

    /** What to do about a verdict that failed; those that are not here say it in their message. */
    private static final Map<String, String> REMEDY = Map.of(
            "A1", "add a temperature between those there are.",
            "A4", "add a run at a lower temperature, nearer to the one asked for.",
            "A5", "analyse the temperatures of one regime without the others.",
            "F1", "quote D only as that of a moving framework, or leave this temperature out of the sweep.",
            "M5", "run longer.",
            "M6", "run longer, or hotter.",
            "M7", "quote no conductivity; run longer or hotter to see whether ions travel.");

    private NextStep() {}

    /** In the order of what matters: how the runs were read, the sweep, the runs, then what shrinks the interval most. */
    public static String of(List<AnalyzedRun> runs, List<Verdict> sweep, List<SweepExtension> extensions) {
        for (AnalyzedRun run : runs) {
            Optional<Verdict> reading = failed(run.info().verdicts());
            if (reading.isPresent()) {
                return said(run.info().label(), reading.get());
            }
        }
        Optional<Verdict> line = failed(sweep);
        if (line.isPresent()) {
            return said("The sweep", line.get());
        }
        for (AnalyzedRun run : runs) {
            Optional<String> step = of(run);
            if (step.isPresent()) {
                return run.info().label() + ": " + step.get();
            }
        }
        if (!extensions.isEmpty()) {
            SweepExtension first = extensions.get(0);
            return String.format(
                    Locale.ROOT,
                    "Run %s twice as long: of all runs this one shrinks the extrapolated conductivity's interval most (error of"
                            + " ln σ from %.2f to %.2f).",
                    first.label(),
                    first.lnStd(),
                    first.lnStdAfterDoubling());
        }
        return runs.stream()
                .flatMap(run -> run.diffusion().stream())
                .findFirst()
                .map(diffusion ->
                        "Nothing has to be done; a longer run sharpens D*: " + RunText.longer(diffusion) + ".")
                .orElse("Nothing has to be done for what was asked.");
    }

    private static Optional<String> of(AnalyzedRun run) {
        if (run.judgement()
                        .filter(found -> found.transport() == Transport.UNDETERMINED)
                        .isPresent()
                && run.diffusion().isPresent()) {
            return Optional.of("run longer, " + RunText.missing(run.diffusion().get()) + ".");
        }
        return failed(run.verdicts()).map(NextStep::remedied);
    }

    private static Optional<Verdict> failed(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.status() == Status.FAIL)
                .findFirst();
    }

    private static String said(String subject, Verdict verdict) {
        return subject + ": " + remedied(verdict);
    }

    private static String remedied(Verdict verdict) {
        String remedy = REMEDY.getOrDefault(verdict.id(), "");
        return (remedy.isEmpty() ? "" : remedy + " ") + "Why: " + verdict.name() + " (" + verdict.id() + "), "
                + verdict.message();
    }
}
