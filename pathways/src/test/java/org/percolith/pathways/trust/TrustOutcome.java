package org.percolith.pathways.trust;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.pathways.JudgedTracks;
import org.percolith.pathways.trust.TrustFamily.Kind;
import org.percolith.pathways.trust.TrustFamily.Sample;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.PhysicalConstants;
import org.percolith.trajectory.quantity.Verdict;

/**
 * What was said of one run, held against the truth.
 *
 * @param resolvable whether the run holds what an expert needs: 150 effective hops and 2.5 an ion
 * @param publishable what was said
 * @param right publishable, with the truth within twice the interval's half-widths, in the logarithm
 * @param conductivity whether a conductivity was stated
 * @param valued whether D got a value
 * @param held whether the interval or bound of D holds the truth
 * @param claimedRank rank that was claimed to be sure, or null
 * @param rankRight whether it is the true one
 * @param failed verdicts that failed
 */
record TrustOutcome(
        Kind kind,
        boolean resolvable,
        boolean publishable,
        boolean right,
        boolean conductivity,
        boolean valued,
        boolean held,
        @Nullable Integer claimedRank,
        boolean rankRight,
        List<String> failed) {

    static final int FEWEST_HOPS = 150;
    static final double FEWEST_HOPS_PER_ION = 2.5;

    private static final double FRAME_INTERVAL_PS = 0.1;
    private static final double TEMPERATURE_K = 600;

    static TrustOutcome of(TrustFamily family, double hopsPerIon, long seed) {
        Sample sample = family.walk().run(hopsPerIon, seed);
        IonTracks tracks = IonTracks.ofCartesian(family.cell(), sample.positionsA());
        JudgedTracks judged =
                JudgedTracks.of(tracks, family.framework(), FRAME_INTERVAL_PS, TEMPERATURE_K, TaskRunner.serial());
        double truth = sample.diffusivityA2PerFrame() / FRAME_INTERVAL_PS * PhysicalConstants.CM2_PER_S_PER_A2_PER_PS;
        boolean resolvable = sample.effectiveHops() >= FEWEST_HOPS && hopsPerIon >= FEWEST_HOPS_PER_ION;
        return judge(family.kind(), family.rank(), judged, truth, resolvable);
    }

    static TrustOutcome judge(Kind kind, int rank, JudgedTracks judged, double truth, boolean resolvable) {
        List<Verdict> others = new ArrayList<>(judged.diffusion().verdicts());
        others.add(judged.rank().verdict());
        List<String> failed = new ArrayList<>();
        others.addAll(judged.judgement().verdicts());
        others.stream()
                .filter(v -> v.status() == Verdict.Status.FAIL)
                .map(Verdict::id)
                .forEach(failed::add);
        boolean publishable = judged.judgement().publishable(others);
        Estimate d = judged.judgement().tracerCm2PerS();
        Integer claimed = judged.rank().assured();
        return new TrustOutcome(
                kind,
                resolvable,
                publishable,
                publishable && near(d, truth),
                judged.judgement().tracerMsPerCm() instanceof Estimate.Measured,
                d instanceof Estimate.Measured,
                holds(d, truth),
                claimed,
                claimed != null && claimed == rank,
                failed);
    }

    private static boolean holds(Estimate estimate, double truth) {
        if (estimate instanceof Estimate.Measured m) {
            return m.lower95() <= truth && truth <= m.upper95();
        }
        return !(estimate instanceof Estimate.UpperBound bound) || truth <= bound.upper95();
    }

    private static boolean near(Estimate estimate, double truth) {
        return truth > 0
                && estimate instanceof Estimate.Measured m
                && truth >= m.lower95() * m.lower95() / m.value()
                && truth <= m.upper95() * m.upper95() / m.value();
    }
}
