package org.percolith.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.pathways.hop.NetworkCoverage;
import org.percolith.pathways.translation.FrameworkTranslations;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/** What winding and coverage together say of the rank. */
class PathwayRankTest {

    private static final List<Integer> CLOSED = List.of(200, 0, 0, 0);
    private static final NetworkCoverage EXHAUSTED = new NetworkCoverage(500, 400, 20, 0, 0);
    private static final NetworkCoverage SPARSE = new NetworkCoverage(100, 90, 80, 70, 8);

    private static PathwayRank rank(List<Integer> tracks, List<Integer> hops, NetworkCoverage coverage) {
        return PathwayRank.of(tracks, hops, coverage, Estimate.withheld("not asked for"), FrameworkTranslations.NONE);
    }

    @Test
    void nothingSeenToWindIsClosedOnlyWhereTheNetworkIsExhausted() {
        assertThat(rank(CLOSED, CLOSED, EXHAUSTED).assured()).isZero();
        assertThat(rank(CLOSED, CLOSED, EXHAUSTED).isClosed()).isTrue();
        PathwayRank open = rank(CLOSED, CLOSED, SPARSE);
        assertThat(open.assured()).isNull();
        assertThat(open.probability()).allMatch(p -> Math.abs(p - 0.25) < 0.02);
        assertThat(open.verdict().status()).isEqualTo(Verdict.Status.WARN);
    }

    @Test
    void windingOfEitherKindIsEnough() {
        PathwayRank byHops = rank(CLOSED, List.of(0, 0, 0, 200), SPARSE);
        assertThat(byHops.assured()).isEqualTo(3);
        assertThat(byHops.winds()).isTrue();
        assertThat(rank(List.of(0, 0, 0, 200), CLOSED, SPARSE).assured()).isEqualTo(3);
    }

    @Test
    void aLowerRankMayStillRise() {
        assertThat(rank(CLOSED, List.of(0, 0, 200, 0), EXHAUSTED).assured()).isEqualTo(2);
        PathwayRank unsure = rank(CLOSED, List.of(0, 0, 200, 0), SPARSE);
        assertThat(unsure.assured()).isNull();
        assertThat(unsure.winds()).isTrue();
        assertThat(unsure.probability().get(0)).isZero();
    }

    @Test
    void probabilitiesSumToOne() {
        PathwayRank some = rank(List.of(120, 60, 20, 0), List.of(100, 20, 40, 40), SPARSE);
        assertThat(some.probability().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
        assertThat(some.windingProbability()).isCloseTo(0.5, within(1e-12));
    }
}
