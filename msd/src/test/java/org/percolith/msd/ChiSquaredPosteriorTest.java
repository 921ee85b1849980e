package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;

class ChiSquaredPosteriorTest {

    /** D, relative error and interval of golden/statistics/final_rule_Li6PS5Cl.json, start_2ps. */
    @Test
    void theIntervalIsThatOfTheReferenceImplementation() {
        double std = 1.3924152964360002e-05 * 0.07143413181307437;
        Estimate.Measured d = ChiSquaredPosterior.measured(1.3924152964360002e-05, std * std);
        assertThat(d.lower95()).isCloseTo(1.2163200168954522e-05, within(1e-12));
        assertThat(d.upper95()).isCloseTo(1.6099414355250157e-05, within(1e-12));
        assertThat(ChiSquaredPosterior.degreesOfFreedom(d.value(), std * std)).isCloseTo(391.9389763, within(1e-6));
    }

    @Test
    void aPreciseValueHasANormalInterval() {
        Estimate.Measured d = ChiSquaredPosterior.measured(1, 1e-6);
        assertThat(d.lower95()).isCloseTo(1 - 1.96e-3, within(1e-5));
        assertThat(d.upper95()).isCloseTo(1 + 1.96e-3, within(1e-5));
    }

    @Test
    void theTruncatedBoundHasOneTwentiethAboveIt() {
        // Half a normal: P(|Z| > 1.96) = 0.05.
        assertThat(ChiSquaredPosterior.truncatedUpper95(0, 4)).isCloseTo(2 * 1.959964, within(1e-5));
        double u = ChiSquaredPosterior.truncatedUpper95(-3, 1);
        assertThat(1 - ChiSquaredPosterior.probabilityBelow(u, -3, 1)).isCloseTo(0.05, within(1e-9));
        double far = ChiSquaredPosterior.truncatedUpper95(-30, 1);
        assertThat(1 - ChiSquaredPosterior.probabilityBelow(far, -30, 1)).isCloseTo(0.05, within(1e-9));
        assertThat(far).isCloseTo(Math.log(20) / 30, within(1e-9));
    }

    @Test
    void resolvedMeansTwoStandardDeviationsFromZero() {
        assertThat(ChiSquaredPosterior.resolved(2.01, 1)).isTrue();
        assertThat(ChiSquaredPosterior.resolved(1.99, 1)).isFalse();
        assertThat(ChiSquaredPosterior.resolved(-5, 1)).isFalse();
    }
}
