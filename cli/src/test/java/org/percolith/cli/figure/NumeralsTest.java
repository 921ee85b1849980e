package org.percolith.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.percolith.trajectory.quantity.Estimate;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.61e-5 | 1.45e-5 | 1.79e-5 | D = 1.61 × 10−5 u, 95 %: [1.45, 1.79] × 10−5",
                "0.2581  | 0.22    | 0.29114 | D = 0.258 u, 95 %: [0.220, 0.291]",
                "9.996e-6| 4e-7    | 1.2e-5  | D = 10.00 × 10−6 u, 95 %: [0.400, 12.0] × 10−6",
                "1234.5  | 900     | 1600    | D = 1234 u, 95 %: [900, 1600]",
                "-0.5    | -0.75   | 0       | D = −0.500 u, 95 %: [−0.750, 0]"
            })
    void threeSignificantDigitsUnderOneExponent(double value, double lower, double upper, String expected) {
        Estimate estimate = new Estimate.Measured(value, 0, lower, upper);
        assertThat(statement(estimate)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3e-7,D < 3.00 × 10−7 u (95 %)", "0.02,D < 0.0200 u (95 %)"})
    void aBoundIsNoValue(double bound, String expected) {
        assertThat(statement(new Estimate.UpperBound(bound, "no hop seen"))).isEqualTo(expected);
    }

    private static String statement(Estimate estimate) {
        return Numerals.statement(RichText.of("D"), estimate, RichText.of("u")).plain();
    }
}
