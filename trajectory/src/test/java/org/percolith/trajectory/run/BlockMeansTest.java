package org.percolith.trajectory.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockMeansTest {

    @Test
    void shortRunsAreAveragedFrameByFrame() {
        BlockMeans means = ofCounting(30);
        assertThat(means.firstTenth()).containsExactly(1, -1);
        assertThat(means.lastTenth()).containsExactly(28, -28);
    }

    @Test
    void oneFrameIsItsOwnMean() {
        assertThat(ofCounting(1).lastTenth()).containsExactly(0, 0);
    }

    /** The mean of 0 ... n/10 - 1 is n/20; blocks are at most a twentieth of the run. */
    @ParameterizedTest
    @ValueSource(ints = {41, 79, 80, 81, 1000, 12_345})
    void tenthsAreWholeBlocks(int frames) {
        BlockMeans means = ofCounting(frames);
        assertThat(means.firstTenth()[0]).isCloseTo(frames / 20.0, within(frames / 30.0));
        assertThat(means.lastTenth()[0]).isCloseTo(frames - frames / 20.0, within(frames / 30.0));
        assertThat(means.lastTenth()[1]).isEqualTo(-means.lastTenth()[0]);
    }

    private static BlockMeans ofCounting(int frames) {
        BlockMeans means = new BlockMeans(2);
        for (int k = 0; k < frames; k++) {
            means.add(new double[] {k, -k});
        }
        return means;
    }
}
