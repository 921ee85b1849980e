package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser against {@link Double#parseDouble}, bit for bit, and against what must not pass as a number. */
class DecimalParserTest {

    private static final int BYTES_READABLE_PAST_A_NUMBER = 8;

    private final DecimalParser parser = new DecimalParser();

    @Test
    void aMillionDecimalsOfManyWidthsAreCorrectlyRounded() {
        Random random = new Random(20261122);
        for (int k = 0; k < 1_000_000; k++) {
            String text = randomDecimal(random);
            assertSameBits(text, parse(text));
            assertThat(parser.end()).as(text).isEqualTo(text.length());
        }
    }

    @Test
    void decimalsAsVaspWritesThemAreCorrectlyRounded() {
        Random random = new Random(5);
        for (int k = 0; k < 100_000; k++) {
            String text = String.format("%.8f", 2 * random.nextDouble() - 0.5);
            assertSameBits(text, parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "+1",
                "1.",
                ".5",
                "-.5",
                "00000000000000000000000012.5",
                "0.00000000000000000000000000000000000012",
                "9007199254740991",
                "9007199254740992",
                "9007199254740993",
                "9007199254740993.0",
                "900719925474099.3",
                "123456789012345678",
                "1234567890123456789",
                "12345678901234567890123",
                "0.1234567812345678",
                "0.12345678123456781234567812345678",
                "4.9e-324",
                "2.4e-324",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "1e22",
                "1e23",
                "1E-05",
                "6.02214076e+23",
                "0.3e1"
            })
    void limitsAreCorrectlyRounded(String text) {
        assertSameBits(text, parse(text));
        assertThat(parser.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource({"1.5d3, 1500", "1.5D3, 1500", "-2D-2, -0.02", "0.25d+00, 0.25", "0.10000000D+01, 1", ".5e1, 5"})
    void fortranExponents(String text, double expected) {
        assertThat(parse(text)).isEqualTo(expected);
        assertThat(parser.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "****", "**********", "NaN", "nan", "Inf", "-Infinity", "-", "+", ".", "-.", "e5", "Li"})
    void whatIsNoNumber(String text) {
        assertThat(parse(text)).isNaN();
        assertThat(parser.end()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"1e, 1, 1", "1e+, 1, 1", "2.5d-x, 2.5, 3", "0.5****, 0.5, 3", "1.2.3, 1.2, 3", "3-4, 3, 1"})
    void aNumberEndsWhereItCannotGoOn(String text, double value, int end) {
        assertThat(parse(text)).isEqualTo(value);
        assertThat(parser.end()).isEqualTo(end);
    }

    @Test
    void gluedNumbersAreTakenApart() {
        byte[] text = padded("0.39841234-0.63123456-1.1E-05-12");
        double[] found = new double[4];
        int at = 0;
        for (int k = 0; k < found.length; k++) {
            found[k] = parser.parse(text, at);
            at = parser.end();
        }
        assertThat(found).containsExactly(0.39841234, -0.63123456, -1.1e-5, -12);
    }

    @Test
    void bytesBehindANumberDoNotChangeIt() {
        Random random = new Random(3);
        for (int k = 0; k < 100_000; k++) {
            String text = randomDecimal(random);
            byte[] bytes = padded(text);
            Arrays.fill(bytes, text.length(), bytes.length, (byte) random.nextInt());
            byte next = bytes[text.length()];
            if ((next < '0' || next > '9') && ".eEdD".indexOf(next) < 0) {
                assertSameBits(text, parser.parse(bytes, 0));
            }
        }
    }

    private static String randomDecimal(Random random) {
        StringBuilder text = new StringBuilder();
        text.append(random.nextInt(3) == 0 ? "-" : random.nextInt(10) == 0 ? "+" : "");
        int whole = random.nextInt(random.nextInt(8) == 0 ? 22 : 5);
        int decimals = random.nextInt(random.nextInt(8) == 0 ? 30 : 12);
        appendDigits(text, random, whole == 0 && decimals == 0 ? 1 : whole);
        if (decimals > 0 || random.nextInt(20) == 0) {
            text.append('.');
            appendDigits(text, random, decimals);
        }
        if (random.nextInt(6) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(340) - 180);
        }
        return text.toString();
    }

    private static void appendDigits(StringBuilder text, Random random, int count) {
        for (int k = 0; k < count; k++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
    }

    private static void assertSameBits(String text, double parsed) {
        if (Double.doubleToRawLongBits(parsed) != Double.doubleToRawLongBits(Double.parseDouble(text))) {
            assertThat(parsed).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    private double parse(String text) {
        return parser.parse(padded(text), 0);
    }

    /** The text with exactly as many readable bytes behind it as the parser asks for. */
    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + BYTES_READABLE_PAST_A_NUMBER + 1);
    }
}
