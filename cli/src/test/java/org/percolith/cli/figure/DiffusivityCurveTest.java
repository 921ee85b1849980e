package org.percolith.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.percolith.cli.figure.FigureSamples.WeightedLine;

class DiffusivityCurveTest {

    /** Truth: the same weighted fit of the published LLZO table by an independent script, with CODATA 2018 k_B. */
    @Test
    void bandKeepsTheCovarianceOfSlopeAndIntercept() {
        WeightedLine line = FigureSamples.llzoLine();
        assertThat(line.activationEnergyEv()).isCloseTo(0.258138264945, within(1e-10));
        assertThat(Math.sqrt(line.covariance()[1][1])).isCloseTo(0.016832670545, within(1e-10));
        DiffusivityCurve curve = DiffusivityCurve.arrhenius(
                line.lnPrefactor(), line.activationEnergyEv(), line.covariance(), 1, 300, 1500);
        int coldest = curve.temperatureK().length - 1;
        double value = curve.diffusivityCm2PerS()[coldest];
        assertThat(curve.temperatureK()[coldest]).isCloseTo(300, within(1e-9));
        assertThat(value).isCloseTo(6.807540458e-9, withinPercentage(1e-6));
        assertThat(Math.log(value / curve.lower95()[coldest])).isCloseTo(0.452597027189, within(1e-9));
        assertThat(Math.log(curve.upper95()[coldest] / value)).isCloseTo(0.452597027189, within(1e-9));
    }

    @Test
    void partsMeetInOneSample() {
        DiffusivityCurve curve = FigureSamples.llzoLine().curve(300, 1500);
        double[] above = curve.above(600).temperatureK();
        double[] below = curve.below(600).temperatureK();
        assertThat(above.length + below.length).isEqualTo(curve.temperatureK().length + 1);
        assertThat(above[above.length - 1]).isEqualTo(below[0]).isGreaterThanOrEqualTo(600);
        assertThat(below[1]).isLessThan(600);
        assertThat(curve.above(2000).temperatureK()).isEmpty();
        assertThat(curve.below(2000).temperatureK()).isEqualTo(curve.temperatureK());
    }
}
