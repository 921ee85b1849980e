package org.percolith.cli.report;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.Mechanism;
import org.percolith.cli.result.SystemComparison;
import org.percolith.density.DensityComparison;
import org.percolith.pathways.residence.ResidenceComparison;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;

/** Two systems against each other, for the terminal. */
public final class ComparisonText {

    private ComparisonText() {}

    public static ReportBlock of(SystemComparison comparison) {
        ReportBlock block = new ReportBlock();
        AnalyzedRun first = comparison.first();
        AnalyzedRun second = comparison.second();
        block.line("A: " + title(first)).line("B: " + title(second)).blank();
        block.entry("transport", "A " + transport(first) + "; B " + transport(second));
        block.entry("D* of A over B", NumberText.of(comparison.tracerRatio(), ""));
        block.entry("σ from D*, A over B", NumberText.of(comparison.tracerConductivityRatio(), ""));
        block.entry("σ from Dσ, A over B", NumberText.of(comparison.chargeConductivityRatio(), ""));
        block.entry("pathway", "A " + rank(first) + "; B " + rank(second));
        for (int rank = 1; rank <= 3; rank++) {
            if (comparison.barrierDifferenceEv(rank) instanceof Estimate.Measured difference) {
                block.entry("barrier " + rank + "D, A - B", NumberText.of(difference, "eV"));
            }
        }
        residence(first, second).ifPresent(found -> block.entry("residence", found.sentence()));
        comparison.density().ifPresent(density -> block.entry("densities", density(density)));
        comparison
                .densityMismatch()
                .ifPresent(reason -> block.entry("densities", "not compared voxel by voxel: " + reason));
        return block;
    }

    static Optional<ResidenceComparison> residence(AnalyzedRun first, AnalyzedRun second) {
        return first.mechanism().flatMap(Mechanism::residence).flatMap(a -> second.mechanism()
                .flatMap(Mechanism::residence)
                .flatMap(b -> ResidenceComparison.of(a, b)));
    }

    private static String title(AnalyzedRun run) {
        return run.info().label() + "   " + run.info().atoms().formula()
                + String.format(
                        Locale.ROOT, "   %.0f K", run.info().temperatureK().require());
    }

    private static String transport(AnalyzedRun run) {
        return run.judgement()
                .map(TransportJudgement::transport)
                .map(found -> found.label() + (run.publishable() ? "" : " (not publishable)"))
                .orElse("not judged");
    }

    private static String rank(AnalyzedRun run) {
        Integer rank = SystemComparison.rank(run);
        return Objects.isNull(rank) ? "undetermined" : rank + "-dimensional";
    }

    private static String density(DensityComparison density) {
        return String.format(
                Locale.ROOT,
                "%.1f ions would have to move to turn B's density into A's; %.1f by chance alone in runs of this length",
                density.displacedIons(),
                density.displacedByChance());
    }
}
