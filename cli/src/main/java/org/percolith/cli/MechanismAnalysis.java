package org.percolith.cli;

import java.util.List;
import java.util.Optional;
import org.percolith.cli.option.AnalysisOptions;
import org.percolith.cli.result.Mechanism;
import org.percolith.cli.result.SiteGraph;
import org.percolith.density.PairDistribution;
import org.percolith.msd.DiffusionResult;
import org.percolith.pathways.RankAnalysis;
import org.percolith.pathways.carrier.CarrierAnalysis;
import org.percolith.pathways.carrier.Carriers;
import org.percolith.pathways.file.JumpTables;
import org.percolith.pathways.file.RegionTables;
import org.percolith.pathways.jump.BasinKinds;
import org.percolith.pathways.jump.JumpAnalysis;
import org.percolith.pathways.jump.JumpStatistics;
import org.percolith.pathways.ledger.Ledger;
import org.percolith.pathways.region.RegionAnalysis;
import org.percolith.pathways.region.RegionChoice;
import org.percolith.pathways.region.Regions;
import org.percolith.pathways.residence.Residence;
import org.percolith.pathways.residence.ResidenceAnalysis;
import org.percolith.pathways.rotation.RotationAnalysis;
import org.percolith.pathways.rotation.UnitRotation;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.run.Carrier;
import org.percolith.trajectory.run.Run;

/** Hops, ledger, residence, regions and further carriers of one run, with their tables. */
final class MechanismAnalysis {

    private final Run run;
    private final AnalysisOptions options;
    private final List<String> furtherCarriers;
    private final TaskRunner runner;
    private final ResultFolder folder;
    private final Figures figures;
    private final String prefix;

    MechanismAnalysis(
            Run run,
            AnalysisOptions options,
            List<String> furtherCarriers,
            TaskRunner runner,
            ResultFolder folder,
            Figures figures,
            String prefix) {
        this.run = run;
        this.options = options;
        this.furtherCarriers = furtherCarriers;
        this.runner = runner;
        this.folder = folder;
        this.figures = figures;
        this.prefix = prefix;
    }

    Mechanism of(
            RankAnalysis hops,
            Optional<SiteGraph> sites,
            Optional<PairDistribution> pairs,
            Optional<DiffusionResult> diffusion,
            Optional<TransportJudgement> judgement) {
        double intervalPs = run.info().frameIntervalPs();
        BasinKinds kinds =
                BasinKinds.of(hops.basins(), sites.map(SiteGraph::coordination).orElse(List.of()));
        JumpStatistics jumps =
                JumpAnalysis.of(run.ions(), hops.inRun(), hops.basins(), kinds, intervalPs, options.seed(), runner);
        folder.writeText(
                prefix + "jumps.csv", out -> JumpTables.jumps(out, hops.inRun().jumps(), intervalPs));
        folder.writeText(prefix + "jump_rates.csv", out -> JumpTables.rates(out, jumps));
        Optional<Ledger> ledger = diffusion.flatMap(moved -> judgement.map(
                gate -> Ledger.of(run.ions(), hops.inRun(), hops.basins(), kinds, jumps, moved, gate.tracerCm2PerS())));
        folder.writeText(
                prefix + "stay_times.csv",
                out -> JumpTables.stays(out, hops.inRun().stays(), kinds, intervalPs));
        Regions regions = regions();
        regions.profile()
                .ifPresent(profile ->
                        folder.writeText(prefix + "region_profile.csv", out -> RegionTables.profile(out, profile)));
        Mechanism mechanism = new Mechanism(
                jumps,
                ledger,
                pairs.flatMap(this::residence),
                rotation(hops),
                regions,
                unnamedSlab(),
                carriers(diffusion));
        new MechanismFigures(run.info().label(), figures, prefix).write(mechanism, hops.inRun(), hops.basins());
        return mechanism;
    }

    private Optional<Residence> residence(PairDistribution pairs) {
        return ResidenceAnalysis.of(
                run.ions(),
                run.info().carrier().species(),
                run.framework(),
                run.info().frameworkSymbols(),
                pairs,
                run.info().frameIntervalPs(),
                runner);
    }

    private List<UnitRotation> rotation(RankAnalysis hops) {
        return RotationAnalysis.of(
                run.framework(),
                run.info().frameworkSymbols(),
                hops.inRun(),
                hops.basins(),
                run.info().frameIntervalPs(),
                options.seed(),
                runner);
    }

    private Regions regions() {
        return RegionAnalysis.of(
                options.regions(),
                run.ions(),
                run.info().carrier().species(),
                run.framework(),
                run.info().frameworkSymbols(),
                run.info().frameIntervalPs());
    }

    private Optional<String> unnamedSlab() {
        return options.regions() instanceof RegionChoice.Off
                ? RegionAnalysis.found(run.framework(), run.info().frameworkSymbols())
                : Optional.empty();
    }

    private Optional<Carriers> carriers(Optional<DiffusionResult> diffusion) {
        if (furtherCarriers.isEmpty() || diffusion.isEmpty()) {
            return Optional.empty();
        }
        List<Carrier> others = furtherCarriers.stream()
                .map(given -> Carrier.further(run.info().atoms(), given))
                .toList();
        return Optional.of(CarrierAnalysis.of(run, others, diffusion.get().settings(), runner));
    }
}
