package org.percolith.cli.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.density.PairDistribution;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.estimators.EstimatorTable;
import org.percolith.msd.sweep.SweepPoint;
import org.percolith.pathways.PathwayRank;
import org.percolith.pathways.PercolationResult;
import org.percolith.pathways.framework.FrameworkGrade;
import org.percolith.pathways.transport.TransportJudgement;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.run.RunInfo;

/**
 * The results of one run that outlive its tracks.
 *
 * @param percolation absent where only displacement statistics were asked for
 * @param framework what the framework does, absent with the displacements
 * @param rank of the pathway, absent with it
 * @param slab what is known of a slab beside vacuum; absent where the cell is full
 * @param judgement absent with it, since the gate needs both
 * @param mechanism hops, the terms of the conductivity, residence, regions; absent where it was not asked for
 */
public record AnalyzedRun(
        RunInfo info,
        Optional<DiffusionResult> diffusion,
        Optional<FrameworkGrade> framework,
        Optional<EstimatorTable> estimators,
        Optional<DensityFile> density,
        Optional<PairDistribution> pairs,
        Optional<SiteGraph> sites,
        Optional<PercolationResult> percolation,
        Optional<PathwayRank> rank,
        Optional<SlabConductivity> slab,
        Optional<TransportJudgement> judgement,
        Optional<Mechanism> mechanism) {

    /** All verdicts on the run: reading, displacement, percolation, transport. */
    public List<Verdict> verdicts() {
        List<Verdict> all = new ArrayList<>(info.verdicts());
        framework.ifPresent(grade -> all.add(grade.verdict()));
        diffusion.ifPresent(result -> all.addAll(result.verdicts()));
        judgement.ifPresent(result -> all.addAll(result.verdicts()));
        rank.ifPresent(found -> all.add(found.verdict()));
        mechanism.ifPresent(found -> all.addAll(found.verdicts()));
        return all;
    }

    /** Status of verdict F1, whether the framework stays where it is. */
    public Verdict.Status frameworkStatus() {
        return framework.map(grade -> grade.verdict().status()).orElse(Verdict.Status.NOT_APPLICABLE);
    }

    public boolean publishable() {
        return judgement.map(j -> j.publishable(verdicts())).orElse(false);
    }

    public boolean failed() {
        return verdicts().stream().anyMatch(verdict -> verdict.status() == Verdict.Status.FAIL);
    }

    /** The point this run contributes to a temperature sweep: D* behind the gate. */
    public Optional<SweepPoint> sweepPoint() {
        if (diffusion.isEmpty() || judgement.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SweepPoint.of(info.label(), diffusion.get())
                .gated(judgement.get().tracerCm2PerS()));
    }
}
