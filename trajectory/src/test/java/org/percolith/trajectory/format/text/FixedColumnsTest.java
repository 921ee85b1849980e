package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are taken give what the general parser gives; every other row is left. */
class FixedColumnsTest {

    private static final String ROW = "  0.12345678  0.50000000  0.99999999\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  0.12345678  0.50000000  0.99999999\n",
                "0.12345678 0.50000000 0.99999999\n",
                " 0.12345678 0.50000000 0.99999999 \r\n",
                "   0.12345678  0.50000000  0.99999999 Li\n",
                "    <v>       0.12345678       0.50000000       0.99999999 </v>\n"
            })
    void rowsLikeTheFirstAreTakenToTheSameBits(String first) {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(first);
        double[] expected = new double[3 * 500];
        for (int at = 0; at < expected.length; at += 3) {
            String row = first;
            for (String number : new String[] {"0.12345678", "0.50000000", "0.99999999"}) {
                String digits = String.format("0.%08d", random.nextInt(100_000_000));
                boolean signed = random.nextInt(5) == 0 && row.contains(" " + number);
                row = signed ? row.replace(" " + number, "-" + digits) : row.replace(number, digits);
            }
            String[] tokens = row.replace("<v>", "").replace("-", " -").strip().split("\\s+");
            for (int k = 0; k < 3; k++) {
                expected[at + k] = Double.parseDouble(tokens[k]);
            }
            text.append(row);
        }
        double[] read = new double[expected.length];
        assertThat(rowsAlike(text.toString(), first.length(), read)).isEqualTo(500);
        assertThat(read).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  1.12345678  0.50000000  0.99999999\n",
                "  0.1234567   0.50000000  0.99999999\n",
                "  0.123456789 0.50000000  0.99999999\n",
                "  0.12345678  0.5000000e  0.99999999\n",
                "  0.12345678  0,50000000  0.99999999\n",
                "  0.12345678  0.50000000  0.99999999 \n",
                "  0.12345678  0.50000000  0.999999990\n",
                "  0.12345678 10.50000000  0.99999999\n",
                "  0.12345678- 0.50000000  0.99999999\n",
                "  0.12345678 +0.50000000  0.99999999\n",
                "  0.12345678\t 0.50000000  0.99999999\n",
                "  ********** ********** ***********\n",
                "  0.12345678  0.50000000  0.99999999\0",
                "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
            })
    void whateverDiffersIsLeft(String row) {
        double[] read = new double[9];
        assertThat(rowsAlike(ROW + ROW + row + ROW, ROW.length(), read)).isEqualTo(1);
    }

    @Test
    void aRowThatTheTextDoesNotHoldWholeIsLeft() {
        double[] read = new double[9];
        assertThat(rowsAlike(ROW + ROW + ROW.stripTrailing(), ROW.length(), read))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  0.1234567  0.5000000  0.9999999\n",
                "  0.12345678  0.50000000  0.99999999  T  T  T\n",
                "                   0.12345678  0.50000000  0.99999999\n",
                "  0.12345678                  0.50000000  0.99999999\n",
                " -0.12345678-0.50000000-0.99999999e0\n"
            })
    void rowsOfOtherKindsHaveNoFixedColumns(String row) {
        assertThat(columns(padded(row), row)).isNull();
    }

    /** Rows taken behind the first one, whose columns are looked at. */
    private static int rowsAlike(String text, int firstLength, double[] target) {
        byte[] bytes = padded(text);
        FixedColumns columns = columns(bytes, text.substring(0, firstLength));
        assertThat(columns).isNotNull();
        return columns == null ? 0 : columns.parse(bytes, firstLength, text.length(), target, 0, target.length / 3);
    }

    private static @Nullable FixedColumns columns(byte[] text, String first) {
        int[] ends = new int[3];
        DecimalParser number = new DecimalParser();
        int at = Math.max(0, first.indexOf("<v>") + 3);
        at = first.contains("<v>") ? at : 0;
        for (int k = 0; k < 3; k++) {
            while (text[at] == ' ') {
                at++;
            }
            number.parse(text, at);
            at = number.end();
            ends[k] = at;
        }
        return FixedColumns.of(text, 0, ends, first.length());
    }

    private static byte[] padded(String text) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), text.length() + 64);
    }
}
