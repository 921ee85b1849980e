package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;

class InDimensionTest {

    private static final Estimate AVERAGE = new Estimate.Measured(2, 0.2, 1.6, 2.4);

    @Test
    void aPlaneHasThreeHalvesOfTheAverageAndAChannelThreeTimesIt() {
        assertThat(InDimension.of(Optional.of(surely(2)), AVERAGE))
                .contains(new InDimension(2, (Estimate.Measured) AVERAGE.scaled(1.5)));
        assertThat(InDimension.of(Optional.of(surely(1)), AVERAGE))
                .contains(new InDimension(1, (Estimate.Measured) AVERAGE.scaled(3)));
    }

    @Test
    void nothingIsSaidOfThreeDimensionsNorWhereNothingIsKnown() {
        assertThat(InDimension.of(Optional.of(surely(3)), AVERAGE)).isEmpty();
        assertThat(InDimension.of(Optional.of(surely(0)), AVERAGE)).isEmpty();
        assertThat(InDimension.of(Optional.empty(), AVERAGE)).isEmpty();
        assertThat(InDimension.of(Optional.of(surely(2)), new Estimate.UpperBound(1, "few hops")))
                .isEmpty();
    }

    private static Dimensionality surely(int d) {
        return new Dimensionality(d == 0 ? 1 : 0, d == 1 ? 1 : 0, d == 2 ? 1 : 0, d == 3 ? 1 : 0, null);
    }
}
