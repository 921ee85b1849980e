package org.percolith.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void linearStepsAreRound() {
        assertThat(labels(Ticks.linear(0, 26.1, 4))).containsExactly("0", "10", "20");
        assertThat(labels(Ticks.linear(0.49, 3.52, 6))).containsExactly("1", "2", "3");
        assertThat(labels(Ticks.linear(-0.5, 0.5, 4))).containsExactly("−0.5", "0.0", "0.5");
    }

    @Test
    void decadesBeginInsideTheAxisWithMinorMarksBeforeTheFirst() {
        Ticks ticks = Ticks.decades(0.3, 40, 4);
        assertThat(labels(ticks)).containsExactly("100", "101");
        assertThat(ticks.minor()).contains(0.9, 2.0, 40.0).doesNotContain(0.2, 50.0);
    }

    @Test
    void manyDecadesAreLabelledSparsely() {
        Ticks ticks = Ticks.decades(1e-12, 1, 6);
        assertThat(labels(ticks)).hasSizeLessThanOrEqualTo(7).contains("10−12", "100");
        assertThat(ticks.minor()).hasSize(13 - ticks.major().size());
    }

    @Test
    void logarithmicRangeSpansTwoPowersOfTenAndLeavesOutZero() {
        AxisRange narrow = AxisRange.logarithmic(DoubleStream.of(0, 2, 3));
        assertThat(narrow.lower()).isCloseTo(1, within(1e-12));
        assertThat(narrow.upper()).isCloseTo(10, within(1e-12));
        assertThat(AxisRange.logarithmic(DoubleStream.of(0, 0))).isEqualTo(new AxisRange(0.1, 10));
        assertThat(AxisRange.fromZero(DoubleStream.of(0, 0))).isEqualTo(new AxisRange(0, 1));
    }

    private static List<String> labels(Ticks ticks) {
        return ticks.major().stream().map(tick -> tick.label().plain()).toList();
    }
}
