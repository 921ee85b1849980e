package org.percolith.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.option.FoldCells;
import org.percolith.cli.result.AnalyzedRun;
import org.percolith.cli.result.DensityFile;
import org.percolith.cli.result.Mechanism;
import org.percolith.cli.result.SiteGraph;
import org.percolith.cli.result.SlabConductivity;
import org.percolith.density.EmptySlab;
import org.percolith.density.Framework;
import org.percolith.density.PairDistribution;
import org.percolith.msd.DiffusionAnalysis;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.DiffusionSettings;
import org.percolith.msd.estimators.EstimatorTable;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.PercolationAnalysis;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.PercolationSettings;
import org.percolith.pathways.RankAnalysis;
import org.percolith.pathways.framework.FrameworkAnalysis;
import org.percolith.pathways.framework.FrameworkGrade;
import org.percolith.pathways.periodic.NeighbourShell;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.crystal.CrystalStructure;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Run;
import org.percolith.trajectory.run.RunInfo;

/** Takes one run through the rooms that a command asks for. */
final class RunAnalyzer {

    /** What a command computes. */
    enum Part {
        DISPLACEMENT,
        DENSITY,
        SITES,
        PERCOLATION,
        MECHANISM
    }

    private final Set<Part> parts;
    private final AnalysisOptions options;
    private final List<String> furtherCarriers;
    private final Optional<CrystalStructure> listedSites;
    private final TaskRunner runner;

    RunAnalyzer(Set<Part> parts, AnalysisOptions options, List<String> furtherCarriers, TaskRunner runner) {
        this.parts = parts;
        this.options = options;
        this.furtherCarriers = furtherCarriers;
        listedSites = options.sites();
        this.runner = runner;
    }

    /** Analyses a run; files that hold more than numbers are written under {@code prefix}. */
    AnalyzedRun analyze(Run run, CrystalView crystal, ResultFolder folder, Figures figures, String prefix) {
        DensityAnalysis densities = new DensityAnalysis(run, crystal, options, runner, folder, figures, prefix);
        SiteAnalysis siteAnalysis = new SiteAnalysis(run, crystal, runner, folder, prefix);
        Optional<RankAnalysis> hops = part(
                EnumSet.of(Part.DISPLACEMENT, Part.SITES, Part.PERCOLATION, Part.MECHANISM),
                () -> RankAnalysis.of(
                        run.ions(),
                        Framework.meanOf(run.framework(), run.info().frameworkSymbols()),
                        run.info().temperatureK().require(),
                        runner));
        Optional<DiffusionResult> diffusion =
                part(EnumSet.of(Part.DISPLACEMENT), () -> displacement(run, hops.orElseThrow()));
        Optional<FrameworkGrade> framework = diffusion.map(moved -> FrameworkAnalysis.grade(
                run.framework(),
                run.info().frameworkSymbols(),
                moved,
                hops.orElseThrow().translations().found()));
        Optional<EstimatorTable> estimators = options.estimators()
                ? diffusion.map(result -> EstimatorTable.of(run.ions(), result, runner))
                : Optional.empty();
        if (options.vanHove() && diffusion.isPresent()) {
            new DisplacementTables(run, runner).write(diffusion.get(), folder, prefix);
        }
        Optional<DensityFile> density = part(EnumSet.of(Part.DENSITY), densities::density);
        if (parts.contains(Part.MECHANISM)) {
            diffusion.ifPresent(densities::mobility);
        }
        Optional<PairDistribution> pairs =
                part(EnumSet.of(Part.DENSITY, Part.MECHANISM), densities::pairs).flatMap(found -> found);
        Optional<SiteGraph> sites = part(
                EnumSet.of(Part.SITES),
                () -> siteAnalysis.sites(hops.orElseThrow().basins(), pairs, listedSites));
        Optional<PercolationResult> percolation =
                part(EnumSet.of(Part.PERCOLATION), () -> percolation(run, crystal, hops.orElseThrow()));
        Optional<PathwayRank> rank = percolation.flatMap(tracks -> hops.map(found -> found.rank(tracks, runner)));
        if (parts.contains(Part.SITES)) {
            percolation.ifPresent(siteAnalysis::writePathways);
            percolation.ifPresent(found -> writeScenes(run, crystal, found, folder, prefix));
        }
        Optional<TransportJudgement> judgement =
                diffusion.flatMap(moved -> rank.map(found -> TransportJudgement.of(moved, found)));
        // Hops without a time axis have no rate; a pathway needs none.
        Optional<Mechanism> mechanism = run.info().frameIntervalFs().found() == null
                ? Optional.empty()
                : part(EnumSet.of(Part.MECHANISM), () -> new MechanismAnalysis(
                                run, options, furtherCarriers, runner, folder, figures, prefix)
                        .of(hops.orElseThrow(), sites, pairs, diffusion, judgement));
        Optional<SlabConductivity> slab = EmptySlab.find(run.ions(), run.framework())
                .map(vacuum -> SlabConductivity.of(vacuum, options.thicknessA(), judgement));
        Optional<TransportJudgement> perVolume = slab.map(
                        found -> judgement.map(whole -> whole.inSlab(found.vacuum(), options.thicknessA())))
                .orElse(judgement);
        return new AnalyzedRun(
                run.info(),
                diffusion,
                framework,
                estimators,
                density,
                pairs,
                sites,
                percolation,
                rank,
                slab,
                perVolume,
                mechanism);
    }

    private void writeScenes(
            Run run, CrystalView crystal, PercolationResult found, ResultFolder folder, String prefix) {
        PathwayMap map = PathwayMap.of(crystal, found, runner);
        folder.writeText(
                prefix + "pathway_scene.json",
                PathwayScene.of(run.info().label(), crystal, found, map).toString());
        new ViewerFiles(
                        run.info().label() + ": pathway of "
                                + run.info().carrier().species(),
                        folder,
                        prefix)
                .write(found, map, crystal.framework());
    }

    /** What any of these parts needs. */
    private <R> Optional<R> part(Set<Part> anyOf, Supplier<R> computation) {
        return anyOf.stream().anyMatch(parts::contains) ? Optional.of(computation.get()) : Optional.empty();
    }

    private DiffusionResult displacement(Run run, RankAnalysis hops) {
        RunInfo info = run.info();
        DiffusionSettings settings = new DiffusionSettings(
                info.frameIntervalPs(),
                info.temperatureK().require(),
                info.carrier().chargeE().value(),
                options.hopDistanceA().orElseGet(() -> hops.hopDistanceA(DiffusionSettings.DEFAULT_HOP_DISTANCE_A)),
                options.seed());
        IonTracks conducting =
                hops.conducting(run.ions(), PercolationSettings.DEFAULT_RESAMPLES, options.seed(), runner);
        return DiffusionAnalysis.analyze(run.ions(), conducting, settings, runner);
    }

    /** With {@code --fold}, the user's own cell; else barriers are those of the cell that the framework repeats. */
    private PercolationResult percolation(Run run, CrystalView crystal, RankAnalysis hops) {
        PercolationSettings settings = new PercolationSettings(
                run.info().temperatureK().require(),
                options.percolationGridA(),
                NeighbourShell.FACES,
                PercolationSettings.DEFAULT_RESAMPLES,
                options.seed());
        boolean folds =
                options.fold().equals(FoldCells.NONE) && hops.translations().found();
        IonTracks smallest = folds ? run.ions().folded(hops.translations().supercell()) : crystal.ions();
        return PercolationAnalysis.analyze(crystal.ions(), smallest, settings, runner);
    }
}
