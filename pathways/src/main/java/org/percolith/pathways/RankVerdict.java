package org.percolith.pathways;

import java.util.List;
import java.util.Locale;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** Verdict D1: does the bootstrap over ions assign one rank to the pathway? */
final class RankVerdict {

    private static final String ID = "D1";
    private static final String NAME = "pathway rank";
    private static final String THRESHOLD = "one rank in at least 95 % of resamples of the ions";

    private RankVerdict() {}

    static Verdict notApplicable() {
        return new Verdict(
                ID,
                NAME,
                Verdict.Status.NOT_APPLICABLE,
                null,
                THRESHOLD,
                "There is no ion, or no step between frames.");
    }

    static Verdict judge(ResampledRanks resampled, int ions, List<BarrierEstimate> barriers, VoxelGrid grid) {
        Integer rank = resampled.assured();
        boolean assured = rank != null && ions > 1;
        String found = rank == null
                ? undetermined(resampled)
                : rank == 0 ? closedCages(resampled) : pathway(rank, resampled, barriers.get(rank - 1));
        String lonely = ions == 1 ? " One ion alone cannot be resampled." : "";
        return new Verdict(
                ID,
                NAME,
                assured ? Verdict.Status.PASS : Verdict.Status.WARN,
                resampled.largestProbability(),
                THRESHOLD,
                found
                        + lonely
                        + String.format(
                                Locale.ROOT, " Grid %d x %d x %d, commensurate.", grid.na(), grid.nb(), grid.nc()));
    }

    private static String undetermined(ResampledRanks resampled) {
        return String.format(
                Locale.ROOT,
                "The rank is undetermined: 0, 1, 2, 3 in %d, %d, %d, %d of %d resamples of the ions.",
                resampled.countOf(0),
                resampled.countOf(1),
                resampled.countOf(2),
                resampled.countOf(3),
                resampled.resamples().size());
    }

    private static String closedCages(ResampledRanks resampled) {
        return String.format(
                Locale.ROOT,
                "The tracks stay in closed cages in %d of %d resamples of the ions.",
                resampled.countOf(0),
                resampled.resamples().size());
    }

    private static String pathway(int rank, ResampledRanks resampled, BarrierEstimate barrier) {
        String message = String.format(
                Locale.ROOT,
                "The tracks connect in %dD in %d of %d resamples of the ions",
                rank,
                resampled.countOf(rank),
                resampled.resamples().size());
        if (barrier.barrierEv() instanceof Estimate.Measured measured) {
            message += String.format(Locale.ROOT, ", F_c %.3f ± %.3f eV", measured.value(), measured.std());
        }
        return message
                + barrier.bottleneck()
                        .map(neck -> String.format(
                                Locale.ROOT, ", %d counts of %d ions at the bottleneck.", neck.counts(), neck.ions()))
                        .orElse(".");
    }
}
