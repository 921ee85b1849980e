package org.percolith.pathways.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    /** The example of Kaplan and Meier: ends at 0.8, 3.1, 5.4, 9.2, cut off at 1.0, 2.7, 7.0, 12.1 (here times ten). */
    @Test
    void theExampleOfThePaper() {
        SurvivalCurve curve = SurvivalCurve.of(List.of(
                new SurvivalCurve.Stay(8, true),
                new SurvivalCurve.Stay(10, false),
                new SurvivalCurve.Stay(27, false),
                new SurvivalCurve.Stay(31, true),
                new SurvivalCurve.Stay(54, true),
                new SurvivalCurve.Stay(70, false),
                new SurvivalCurve.Stay(92, true),
                new SurvivalCurve.Stay(121, false)));
        assertThat(curve.frames()).containsExactly(8, 31, 54, 92);
        assertThat(curve.survival().get(0)).isCloseTo(0.875, within(1e-12));
        assertThat(curve.survival().get(1)).isCloseTo(0.7, within(1e-12));
        assertThat(curve.survival().get(2)).isCloseTo(0.525, within(1e-12));
        assertThat(curve.survival().get(3)).isCloseTo(0.2625, within(1e-12));
    }

    /** Exponential stays cut off at 1.5 of their mean: the curve does not know of the cut. */
    @Test
    void whatARunCutsOffDoesNotShortenStays() {
        SplittableRandom random = new SplittableRandom(7);
        List<SurvivalCurve.Stay> stays = new ArrayList<>();
        for (int k = 0; k < 20000; k++) {
            double length = -1000 * Math.log(1 - random.nextDouble());
            stays.add(new SurvivalCurve.Stay((int) Math.min(length, 1500), length < 1500));
        }
        SurvivalCurve curve = SurvivalCurve.of(stays);
        int at = curve.frames().indexOf(1000);
        assertThat(at).isPositive();
        assertThat(curve.survival().get(at)).isCloseTo(Math.exp(-1), within(0.012));
    }
}
