package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

    @Test
    void rowsAcrossBufferBoundaries() throws IOException {
        int rows = 80_000;
        double[] expected = new double[3 * rows];
        StringBuilder text = new StringBuilder();
        Random random = new Random(1);
        for (int k = 0; k < expected.length; k++) {
            String number = String.format(Locale.ROOT, "%.8f", 3 * random.nextDouble() - 1);
            expected[k] = Double.parseDouble(number);
            text.append(' ').append(number).append(k % 3 == 2 ? "\n" : "");
        }
        double[] found = new double[expected.length];
        try (ByteWindow window = new ByteWindow(DrippingStream.of(text.toString()))) {
            assertThat(new RowParser(window).readRows(found, rows)).isEqualTo(rows);
            assertThat(window.line()).isEqualTo(rows + 1);
            assertThat(window.atEnd()).isTrue();
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.25 0.50 -0.75\n0.1 0.2 0.3\n",
                "0.25 0.50 -0.75\r\n0.1 0.2 0.3\r\n",
                "\t0.25\t0.50\t-0.75\t\n\t0.1\t0.2\t0.3\t\n",
                "0.25 0.50 -0.75 Li\n0.1 0.2 0.3 S\n",
                "0.25 0.50 -0.75 T F T\n0.1 0.2 0.3 F F F\n",
                "0.25 0.50-0.75\n0.1 0.2 0.3\n",
                "0.25 0.50 -0.75\n0.1 0.2 0.3",
                "2.5E-1 .5 -7.5d-01\n1e-1 0.2D0 3e-1\n"
            })
    void layoutsOfTheSameRows(String text) throws IOException {
        assertRows(text, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.25 0.50 -0.75\n0.1 0.2\n",
                "0.25 0.50 -0.75\n0.1 0.2 ****\n",
                "0.25 0.50 -0.75\n0.1 0.2 0.3****\n",
                "0.25 0.50 -0.75\n0.1 NaN 0.3\n",
                "0.25 0.50 -0.75\n0.1 Inf 0.3\n",
                "0.25 0.50 -0.75\n0.1 1e999 0.3\n",
                "0.25 0.50 -0.75\n0.1 0512345678 0.3\n",
                "0.25 0.50 -0.75\n0.1 -3e32 0.3\n",
                "0.25 0.50 -0.75\n0.1 0x2 0.3\n",
                "0.25 0.50 -0.75\n0.1 0.2,0.3 0.4\n",
                "0.25 0.50 -0.75\nDirect configuration= 2\n",
                "0.25 0.50 -0.75\n\n0.1 0.2 0.3\n",
                "0.25 0.50 -0.75\n",
                "0.25 0.50 -0.75\n0.10 0.20 0.3",
                "0.25 0.50 -0.75\n0.1 0."
            })
    void theFirstRowThatIsNoneStopsReading(String text) throws IOException {
        assertRows(text, 2, 1);
    }

    @Test
    void aRowLongerThanTheLookAheadIsNotCut() throws IOException {
        String padding = " ".repeat(4090);
        assertRows("0.25" + padding + "0.50" + padding + "-0.75\n0.1" + padding + "0.2" + padding + "0.3\n", 2, 2);
    }

    private static void assertRows(String text, int wanted, int complete) throws IOException {
        double[] found = new double[3 * wanted];
        try (ByteWindow window = new ByteWindow(DrippingStream.of(text))) {
            assertThat(new RowParser(window).readRows(found, wanted)).isEqualTo(complete);
            if (complete < wanted) {
                assertThat(window.line()).as("line of the row that is none").isEqualTo(complete + 1);
            }
        }
        assertThat(found).startsWith(0.25, 0.5, -0.75);
        if (complete > 1) {
            assertThat(found).endsWith(0.1, 0.2, 0.3);
        }
    }
}
