package org.percolith.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.DensityFile;
import org.percolith.cli.result.ListedSites;
import org.percolith.cli.result.SiteGraph;
import org.percolith.cli.result.SlabConductivity;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.Dimensionality;
import org.percolith.msd.ExtraTime;
import org.percolith.msd.HowMuchLonger;
import org.percolith.msd.InDimension;
import org.percolith.msd.estimators.EstimatorRow;
import org.percolith.msd.estimators.EstimatorTable;
import org.percolith.pathways.BarrierEstimate;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.framework.FrameworkGrade;
import org.percolith.pathways.framework.FrameworkSpecies;
import org.percolith.pathways.hop.NetworkCoverage;
import org.percolith.pathways.percolation.RankThreshold;
import org.percolith.pathways.site.SiteComparison;
import org.percolith.pathways.transport.Transport;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Sourced;

/** The report on one run for the terminal: verdict first, then numbers with intervals, then what was read and how. */
public final class RunText {

    private RunText() {}

    /** The whole report. */
    public static ReportBlock of(AnalyzedRun run) {
        ReportBlock block = new ReportBlock();
        Sourced<Double> temperature = run.info().temperatureK().found();
        block.line(run.info().label() + "   " + run.info().atoms().formula()
                + (temperature == null ? "" : String.format(Locale.ROOT, "   %.0f K", temperature.value())));
        run.judgement().ifPresent(judgement -> block.line("  " + headline(run, judgement)));
        block.blank();
        run.diffusion().ifPresent(diffusion -> putDiffusion(block, diffusion, run.judgement()));
        boolean confined = run.judgement()
                .filter(judgement -> judgement.transport() == Transport.CONFINED)
                .isPresent();
        boolean undetermined = run.judgement()
                .filter(judgement -> judgement.transport() == Transport.UNDETERMINED)
                .isPresent();
        if (!confined) {
            run.diffusion()
                    .ifPresent(diffusion ->
                            block.entry("how much longer", undetermined ? missing(diffusion) : longer(diffusion)));
        }
        run.estimators().ifPresent(table -> putEstimators(block, table));
        run.slab().ifPresent(slab -> block.entry("slab beside vacuum", slab(slab)));
        run.framework().ifPresent(grade -> putFramework(block, grade));
        run.density().ifPresent(density -> {
            block.entry("density map", density(density));
            block.entry("isosurface", isosurface(density));
        });
        run.sites().ifPresent(sites -> {
            block.entry("sites", sites(sites));
            sites.listed().ifPresent(listed -> putListed(block, listed));
        });
        run.percolation()
                .ifPresent(percolation -> run.rank().ifPresent(rank -> putPercolation(block, percolation, rank)));
        run.mechanism().ifPresent(mechanism -> MechanismText.put(block, mechanism));
        block.blank();
        VerdictText.put(block, run.verdicts());
        block.blank();
        ReadingText.putSummary(block, run.info());
        run.info().notices().forEach(notice -> block.entry("notice", notice));
        return block;
    }

    static String headline(AnalyzedRun run, TransportJudgement judgement) {
        String ion = run.info().carrier().species();
        String found =
                switch (judgement.transport()) {
                    case DIFFUSIVE -> "DIFFUSIVE: " + ion + " travels through the framework.";
                    case SUB_DIFFUSIVE ->
                        "SUB-DIFFUSIVE: " + ion
                                + " travels, but its displacement is no straight line yet; D* still falls with time.";
                    case CONFINED -> "CONFINED: " + ion + " stays in its cages. No conductivity can be stated.";
                    case UNDETERMINED -> "UNDETERMINED: the run is too short to tell whether " + ion + " travels.";
                };
        String failed = VerdictText.failed(run.verdicts());
        String use = run.publishable()
                ? " Publishable, with the interval below."
                : " Not publishable: " + (failed.isEmpty() ? "no diffusivity is established" : failed) + ".";
        return found + use;
    }

    private static void putDiffusion(
            ReportBlock block, DiffusionResult diffusion, Optional<TransportJudgement> judgement) {
        Estimate tracer = judgement
                .map(TransportJudgement::tracerCm2PerS)
                .orElse(diffusion.tracer().cm2PerS());
        Estimate charge = judgement
                .map(TransportJudgement::chargeCm2PerS)
                .orElse(diffusion.charge().cm2PerS());
        Optional<Dimensionality> dimensionality =
                judgement.map(TransportJudgement::dimensionality).orElse(diffusion.dimensionality());
        block.entry("tracer diffusivity D*", NumberText.of(tracer, "cm²/s"));
        InDimension.of(dimensionality, tracer).ifPresent(found -> AxesText.put(block, found, diffusion));
        block.entry("charge diffusivity Dσ", NumberText.of(charge, "cm²/s"));
        block.entry("Haven ratio", NumberText.of(diffusion.havenRatio(), ""));
        judgement.ifPresent(gate -> {
            block.entry("conductivity from D*", NumberText.of(gate.tracerMsPerCm(), "mS/cm"));
            block.entry("conductivity from Dσ", NumberText.of(gate.chargeMsPerCm(), "mS/cm"));
        });
        block.entry("diffusion is", dimensionality(dimensionality));
        diffusion.fit().ifPresent(fit -> diffusion
                .window()
                .ifPresent(window -> block.entry(
                        "fitted",
                        String.format(
                                Locale.ROOT,
                                "%.2f to %.2f ps; φ = %.1f (χ²/dof), exponent %s, %.0f effective hops",
                                window.fromPs(),
                                window.toPs(),
                                fit.phi(),
                                NumberText.brief(fit.localExponent()),
                                diffusion.hops().effective()))));
    }

    private static String dimensionality(Optional<Dimensionality> found) {
        if (found.isEmpty()) {
            return "undetermined: the run is too short";
        }
        Dimensionality d = found.get();
        String probabilities = String.format(
                Locale.ROOT,
                "P(0D, 1D, 2D, 3D) = %.2f, %.2f, %.2f, %.2f",
                d.probability(0),
                d.probability(1),
                d.probability(2),
                d.probability(3));
        return (d.value().isPresent() ? d.value().getAsInt() + "-dimensional" : "undetermined") + "   " + probabilities;
    }

    private static void putPercolation(ReportBlock block, PercolationResult result, PathwayRank rank) {
        List<Double> p = rank.probability();
        Integer assured = rank.assured();
        block.entry(
                "pathway is",
                (assured == null ? "undetermined" : assured + "-dimensional")
                        + String.format(
                                Locale.ROOT,
                                "   P(rank 0, 1, 2, 3) = %.2f, %.2f, %.2f, %.2f",
                                p.get(0),
                                p.get(1),
                                p.get(2),
                                p.get(3)));
        block.entry("network of hops", network(rank));
        pathway(result, rank)
                .ifPresent(barrier -> block.entry(
                        "barrier of the pathway",
                        NumberText.of(barrier.barrierEv(), "eV") + ", in " + barrier.rank() + "D"));
        result.headline().ifPresent(threshold -> {
            result.mapLevelPerA3(threshold.rank())
                    .ifPresent(perA3 -> block.entry("level of the map", mapLevel(threshold, perA3)));
            result.bottleneck()
                    .ifPresent(bottleneck -> block.entry(
                            "bottleneck",
                            String.format(
                                    Locale.ROOT,
                                    "at (%.3f %.3f %.3f), passed %d times by %d ions",
                                    bottleneck.sa(),
                                    bottleneck.sb(),
                                    bottleneck.sc(),
                                    bottleneck.counts(),
                                    bottleneck.ions())));
        });
    }

    private static String network(PathwayRank rank) {
        NetworkCoverage seen = rank.coverage();
        String cells = rank.translations().found()
                ? String.format(
                        Locale.ROOT,
                        "; the framework repeats: %d equal cells, to %.2f Å",
                        rank.translations().cells(),
                        rank.translations().largestMismatchA())
                : "; the framework does not repeat within the cell";
        return String.format(
                        Locale.ROOT,
                        "%d hops over %d edges, %d taken once: %.0f %% of further hops would take new ones",
                        seen.hops(),
                        seen.edges(),
                        seen.seenOnce(),
                        100 * seen.unseenMass())
                + cells;
    }

    private static String slab(SlabConductivity found) {
        return String.format(
                        Locale.ROOT,
                        "%.1f Å of %.1f Å along %s are empty; sheet conductance ",
                        found.vacuum().thicknessA(),
                        found.vacuum().heightA(),
                        found.vacuum().vectorName())
                + NumberText.of(found.sheetS(), "S");
    }

    private static void putFramework(ReportBlock block, FrameworkGrade grade) {
        for (FrameworkSpecies found : grade.species()) {
            block.entry(
                    "framework: " + found.unit(),
                    String.format(
                            Locale.ROOT,
                            "%s; D %s, %s of the ion's",
                            found.state().label(),
                            NumberText.of(found.diffusivityCm2PerS(), "cm²/s"),
                            NumberText.brief(found.ratioToIon())));
        }
    }

    /** No error of D is reached before it is known that there is a D. */
    static String missing(DiffusionResult diffusion) {
        return String.format(
                Locale.ROOT,
                "first until it shows whether ions travel (%.0f effective hops so far); only then does an error of D mean"
                        + " anything",
                diffusion.hops().effective());
    }

    static String longer(DiffusionResult diffusion) {
        return HowMuchLonger.forRun(diffusion).stream()
                .map(extra -> NumberText.percent(extra.targetRelativeStd()) + " error: " + more(extra))
                .collect(Collectors.joining("; "));
    }

    private static String more(ExtraTime extra) {
        if (extra.additionalPs().isEmpty()) {
            return "cannot be said";
        }
        double ps = extra.additionalPs().getAsDouble();
        return ps == 0 ? "reached" : (extra.atLeast() ? "at least " : "") + NumberText.general(ps) + " ps more";
    }

    private static void putEstimators(ReportBlock block, EstimatorTable table) {
        block.entry("other programs say", "for these data, with the error that they claim:");
        for (EstimatorRow row : table.rows()) {
            String printed = row.printed()
                    .map(found -> NumberText.general(found.diffusivityCm2PerS()) + " cm²/s"
                            + (found.claimedStdCm2PerS().isPresent()
                                    ? " ± "
                                            + NumberText.general(
                                                    found.claimedStdCm2PerS().getAsDouble()) + " (claimed)"
                                    : ""))
                    .orElse("nothing");
            block.entry(
                    "  " + row.program(),
                    printed + "; " + row.rule() + (row.remark().isEmpty() ? "" : "; " + row.remark()));
        }
    }

    /** What to type into VESTA, which reads a CHGCAR as per bohr³, to see the written map connect. */
    private static String isosurface(DensityFile density) {
        if (density.connects().isEmpty()) {
            return "the written map does not connect: its visits are too few for its voxels";
        }
        DensityFile.Level level = density.connects().get(density.connects().size() - 1);
        return String.format(
                Locale.ROOT,
                "the written map connects in %dD at %.3g per Å³ (%.3g per bohr³, to type into VESTA), %d %s a voxel",
                density.connects().size(),
                level.perA3(),
                level.perA3() * PhysicalConstants.A3_PER_BOHR3,
                level.visits(),
                level.visits() == 1 ? "visit" : "visits");
    }

    private static String density(DensityFile density) {
        return String.format(
                Locale.ROOT,
                "%d x %d x %d voxels, %d ions in %d frames; %s",
                density.na(),
                density.nb(),
                density.nc(),
                density.ions(),
                density.frames(),
                density.files().isEmpty()
                        ? "no file, since there is no framework to put beside it"
                        : String.join(", ", density.files()));
    }

    private static String sites(SiteGraph sites) {
        return String.format(
                Locale.ROOT,
                "%d basins hold %.1f ions; %d passes between them",
                sites.basins().size(),
                sites.occupancy(),
                sites.saddles().size());
    }

    private static void putListed(ReportBlock block, ListedSites listed) {
        block.entry("listed sites", comparison(listed.comparison()));
        listed.betterSetting()
                .ifPresent(setting -> block.entry(
                        "",
                        String.format(
                                Locale.ROOT,
                                "the list may be in another setting: %sfrom the origin (%.2f %.2f %.2f) of its cell, %d"
                                        + " sites have a basin within reach",
                                setting.inverted() ? "inverted and " : "",
                                setting.originA(),
                                setting.originB(),
                                setting.originC(),
                                setting.visitedSites())));
    }

    private static String comparison(SiteComparison comparison) {
        return String.format(
                Locale.ROOT,
                "%d of %d have a basin within %.1f Å (rms distance %.2f Å); %d basins are at none of them",
                comparison.visitedSites(),
                comparison.matches().size(),
                comparison.reachA(),
                comparison.rmsDistanceA(),
                comparison.unmatchedBasins().size());
    }

    /** The pathway that is meant: of the rank that is sure, else of the one that the map reaches. */
    private static Optional<BarrierEstimate> pathway(PercolationResult result, PathwayRank rank) {
        Integer assured = rank.assured();
        int reached = assured == null ? result.allData().rank() : assured;
        return reached == 0 ? Optional.empty() : Optional.of(result.barrier(reached));
    }

    private static String mapLevel(RankThreshold threshold, double perA3) {
        return String.format(Locale.ROOT, "the track density connects in %dD at %.3g per Å³", threshold.rank(), perA3);
    }
}
