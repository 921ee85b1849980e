package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.percolith.fixtures.BrownianWalk;
import org.percolith.fixtures.OrnsteinUhlenbeckCage;
import org.percolith.fixtures.PoissonHops;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

class HowMuchLongerTest {

    private static DiffusionResult analyze(double[][] positionsA) {
        return DiffusionAnalysis.analyze(
                TestTracks.of(positionsA), DiffusionSettings.of(0.1, 500, 1), TaskRunner.serial());
    }

    @Test
    void varianceGoesAsOneOverTheLengthOfTheRun() {
        DiffusionResult run = analyze(new PoissonHops(10, 2001, 0.005, 3).positionsA(1));
        double relative = ((Estimate.Measured) run.tracer().cm2PerS()).relativeStd();
        assertThat(relative).isGreaterThan(0.1);
        List<ExtraTime> extra = HowMuchLonger.forRun(run);
        assertThat(run.durationPs()).isCloseTo(200, within(1e-9));
        assertThat(extra.get(1).additionalPs().orElseThrow())
                .isCloseTo(200 * (relative * relative / 0.01 - 1), within(1e-9));
    }

    @Test
    void aRunThatIsLongEnoughNeedsNothing() {
        for (ExtraTime extra : HowMuchLonger.forRun(
                analyze(BrownianWalk.isotropic(60, 2000, 0.02).positionsA(2)))) {
            assertThat(extra.additionalPs()).hasValue(0);
            assertThat(extra.atLeast()).isFalse();
        }
    }

    @Test
    void aBoundOnlyTellsAtLeastHowLong() {
        List<ExtraTime> extra =
                HowMuchLonger.forRun(analyze(new OrnsteinUhlenbeckCage(20, 1001, 0.1, 3).positionsA(3)));
        assertThat(extra).allSatisfy(e -> assertThat(e.atLeast()).isTrue());
        assertThat(extra.get(1).additionalPs().orElseThrow())
                .isGreaterThan(extra.get(0).additionalPs().orElseThrow());
        assertThat(HowMuchLonger.forRun(analyze(new double[5][3])).get(0).additionalPs())
                .isEmpty();
    }
}
