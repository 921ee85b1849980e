package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FortranRealTest {

    private final FortranReal format = new FortranReal();

    private String write(double value) {
        byte[] target = new byte[FortranReal.WIDTH];
        format.write(value, target, 0);
        return new String(target, StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ' 0.00000000000E+00'",
        "-0.0, ' 0.00000000000E+00'",
        "1, ' 0.10000000000E+01'",
        "-1, '-0.10000000000E+01'",
        "0.1, ' 0.10000000000E+00'",
        "0.099999999999999, ' 0.10000000000E+00'",
        "123456.789, ' 0.12345678900E+06'",
        "9.99999999999e9, ' 0.10000000000E+11'",
        "1e-90, ' 0.10000000000E-89'",
        "1e-99, ' 0.00000000000E+00'",
        "4.9e-324, ' 0.00000000000E+00'",
        "9.9e98, ' 0.99000000000E+99'"
    })
    void writesAsFortranDoes(double value, String expected) {
        assertThat(write(value)).isEqualTo(expected);
    }

    @Test
    void roundsToElevenDigits() {
        SplittableRandom random = new SplittableRandom(6);
        MathContext eleven = new MathContext(11, RoundingMode.HALF_UP);
        for (int trial = 0; trial < 20_000; trial++) {
            double value = Math.pow(10, random.nextDouble(-95, 95));
            BigDecimal written = new BigDecimal(write(value).trim());
            assertThat(written).isEqualByComparingTo(new BigDecimal(value).round(eleven));
        }
    }

    @Test
    void refusesWhatTheFormatCannotHold() {
        assertThatThrownBy(() -> write(1e99)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
