package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdict T4: whether the start is equilibrated. */
class EquilibrationTest {

    private static final int FRAMES = 1000;

    /** Correlated noise of 8 % about a constant: the false alarms of 200 runs. */
    @Test
    void aStationaryRunIsNotCut() {
        int cut = 0;
        for (int seed = 0; seed < 200; seed++) {
            Equilibration found = Equilibration.of(rmsSteps(seed, k -> 1));
            cut += found.framesToSkip() > 0 || !found.settled() ? 1 : 0;
        }
        assertThat(cut).as("false alarms among 200").isLessThan(4);
    }

    @ParameterizedTest
    @CsvSource({"50, 0.3", "100, 0.3", "150, 0.3", "200, 0.3", "100, -0.3"})
    void aStartAtAnotherTemperatureIsCut(int hotFrames, double excess) {
        for (int seed = 0; seed < 20; seed++) {
            Equilibration found = Equilibration.of(rmsSteps(seed, k -> k < hotFrames ? 1 + excess : 1));
            assertThat(found.settled()).isTrue();
            assertThat(found.framesToSkip()).isEqualTo(hotFrames);
            assertThat(found.verdict(false).status()).isEqualTo(Status.PASS);
            assertThat(found.verdict(false).message()).contains(hotFrames + " frames");
        }
    }

    @Test
    void aRelaxingStartIsCutWhereItIsHot() {
        Equilibration found = Equilibration.of(rmsSteps(3, k -> 1 + 0.8 * Math.exp(-k / 50.0)));
        assertThat(found.settled()).isTrue();
        assertThat(found.framesToSkip()).isBetween(50, 200);
    }

    @Test
    void aRunThatKeepsChangingIsWarnedOf() {
        Equilibration found = Equilibration.of(rmsSteps(3, k -> k < 400 ? 1.5 : 1));
        assertThat(found.settled()).isFalse();
        assertThat(found.framesToSkip()).isZero();
        assertThat(found.verdict(false).status()).isEqualTo(Status.WARN);
    }

    @Test
    void aShortRunCannotBeJudged() {
        Equilibration found = Equilibration.of(new double[100]);
        assertThat(found.verdict(false).status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(Equilibration.of(new double[400]).settled())
                .as("nothing moves")
                .isTrue();
    }

    private static double[] rmsSteps(long seed, IntToDoubleFunction level) {
        Random random = new Random(1000 + seed);
        double[] steps = new double[FRAMES];
        double noise = random.nextGaussian();
        for (int k = 0; k < FRAMES; k++) {
            noise = 0.7 * noise + Math.sqrt(1 - 0.49) * random.nextGaussian();
            steps[k] = level.applyAsDouble(k) * (1 + 0.08 * noise);
        }
        return steps;
    }
}
