package org.percolith.msd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;

class SamplingLawTest {

    @Test
    void withoutHopsItIsTheChiSquaredLaw() {
        Estimate.Measured law = SamplingLaw.of(3e-5, 0, 4e-12).measured();
        Estimate.Measured chi = ChiSquaredPosterior.measured(3e-5, 4e-12);
        assertThat(law.lower95() / chi.lower95()).isCloseTo(1, within(1e-7));
        assertThat(law.upper95() / chi.upper95()).isCloseTo(1, within(1e-7));
        assertThat(SamplingLaw.of(3e-5, 0, 4e-12).degreesOfFreedom()).isCloseTo(450, within(1e-9));
    }

    /** Garwood, Biometrika 28, 437 (1936): k counts bound the mean by χ²_2k/2 and χ²_2k+2/2; between its steps for us. */
    @Test
    void ofCountsAloneItIsPoisson() {
        for (int k : new int[] {10, 20, 50}) {
            Estimate.Measured law = new SamplingLaw(k, 1, 0).measured();
            double below = new ChiSquaredDistribution(2.0 * k).inverseCumulativeProbability(0.025) / 2;
            double next = new ChiSquaredDistribution(2.0 * k + 2).inverseCumulativeProbability(0.025) / 2;
            assertThat(law.lower95()).isBetween(below, next);
            double upper = new ChiSquaredDistribution(2.0 * k + 2).inverseCumulativeProbability(0.975) / 2;
            double last = new ChiSquaredDistribution(2.0 * k).inverseCumulativeProbability(0.975) / 2;
            assertThat(law.upper95()).isBetween(last, upper);
        }
    }

    @Test
    void theProbabilityBelowItsQuantileIsThatOfTheQuantile() {
        SamplingLaw law = new SamplingLaw(12, 1.3, 0.02);
        for (double p : new double[] {0.01, 0.3, 0.975}) {
            assertThat(law.probabilityBelow(law.quantile(p))).isCloseTo(p, within(1e-8));
        }
        assertThat(law.scaled(1e-6).quantile(0.3) / law.quantile(0.3)).isCloseTo(1e-6, within(1e-13));
    }

    /** The score of the quasi-likelihood is (D̂ − D)/V(D). */
    @Test
    void theLikelihoodHasItsScore() {
        for (SamplingLaw law : new SamplingLaw[] {
            new SamplingLaw(5, 1, 0), new SamplingLaw(5, 0, 0.1), new SamplingLaw(5, 0.7, 0.1), new SamplingLaw(0, 1, 0)
        }) {
            double d = 3;
            double step = 1e-5;
            double score = (law.logLikelihood(d + step) - law.logLikelihood(d - step)) / (2 * step);
            assertThat(score).isCloseTo((law.estimate() - d) / law.varianceAt(d), within(1e-6));
        }
    }
}
