package org.percolith.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.percolith.trajectory.quantity.Estimate;

class NumberTextTest {

    @Test
    void valueAndErrorShareThePowerOfTen() {
        Estimate diffusivity = new Estimate.Measured(1.04e-5, 0.09e-5, 0.88e-5, 1.23e-5);
        assertThat(NumberText.of(diffusivity, "cm²/s"))
                .isEqualTo("(1.040 ± 0.090)e-5 cm²/s   95 % 0.880e-5 to 1.230e-5");
    }

    @Test
    void ordinaryNumbersStayPlain() {
        assertThat(NumberText.of(Estimate.normal(0.25813, 0.01683), "eV"))
                .isEqualTo("0.258 ± 0.017 eV   95 % 0.225 to 0.291");
        assertThat(NumberText.of(Estimate.normal(915, 71), "mS/cm")).startsWith("915 ± 71 mS/cm");
    }

    @Test
    void anExactValueAndZeroArePrintable() {
        assertThat(NumberText.of(new Estimate.Measured(0, 0, 0, 0), "eV")).startsWith("0.0 ± 0.0 eV");
        assertThat(NumberText.of(new Estimate.Measured(2, 0, 2, 2), "eV")).startsWith("2.00 ± 0.00 eV");
    }

    @Test
    void boundsAndWithheldNumbersSayWhy() {
        assertThat(NumberText.of(new Estimate.UpperBound(3.95e-6, "cage"), "cm²/s"))
                .isEqualTo("< 3.95e-6 cm²/s (95 %): cage");
        assertThat(NumberText.of(Estimate.withheld("too short"), "eV")).isEqualTo("withheld: too short");
    }
}
