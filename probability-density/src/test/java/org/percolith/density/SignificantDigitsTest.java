package org.percolith.density;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignificantDigitsTest {

    private static void sameAsFormatter(double value) {
        assertThat(SignificantDigits.eight(value)).isEqualTo(String.format(Locale.ROOT, "%.8g", value));
    }

    @Test
    void isTheTextOfTheFormatter() {
        for (double value : new double[] {
            0,
            1,
            0.5,
            9.99999996,
            9.99999994,
            0.99999999,
            0.999999999,
            0.0099999999996,
            99.99999996,
            0.001,
            0.0999999996,
            1234567.85,
            9999999.96,
            9999999.4,
            12345678.5,
            1e-3,
            1e-4,
            9.9999e-5,
            1e300,
            0.123456785,
            7.0000000500001
        }) {
            sameAsFormatter(value);
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 20_000; k++) {
            sameAsFormatter(Math.pow(10, random.nextDouble(-6, 9)));
            sameAsFormatter(random.nextInt(1000) * 0.001953125);
            sameAsFormatter(random.nextInt(1000) / 7.0e-3);
        }
    }
}
