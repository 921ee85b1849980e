package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBytesTest {

    @Test
    void findsAndCountsLikeALoop() {
        Random random = new Random(4);
        for (int k = 0; k < 5000; k++) {
            byte[] text = new byte[80];
            for (int at = 0; at < text.length; at++) {
                text[at] = (byte) "\n\u000b\t\u008a\u00ff \0a".charAt(random.nextInt(8));
            }
            int from = random.nextInt(30);
            int to = from + random.nextInt(40);
            int first = to;
            int count = 0;
            for (int at = to - 1; at >= from; at--) {
                if (text[at] == '\n') {
                    first = at;
                    count++;
                }
            }
            assertThat(EightBytes.indexOf(text, from, to, '\n')).isEqualTo(first);
            assertThat(EightBytes.count(text, from, to, '\n')).isEqualTo(count);
        }
    }

    @Test
    void tellsDigitsFromEverythingElse() {
        byte[] text = new byte[8];
        for (int place = 0; place < 8; place++) {
            for (int other = 0; other < 256; other++) {
                Arrays.fill(text, (byte) '7');
                text[place] = (byte) other;
                assertThat(EightBytes.strangers(EightBytes.word(text, 0)) == 0).isEqualTo(other >= '0' && other <= '9');
            }
        }
        assertThat(EightBytes.value(EightBytes.word("12345678".getBytes(StandardCharsets.US_ASCII), 0)))
                .isEqualTo(12_345_678);
    }

    @Test
    void everyEightDecimalsAreTheDoubleNearestToThem() {
        int different = 0;
        for (int integer = 0; integer < 100_000_000; integer++) {
            different += EightBytes.hundredMillionths(integer) == integer / 1e8 ? 0 : 1;
        }
        assertThat(different).isZero();
        assertThat(EightBytes.decimals(EightBytes.word("12345678".getBytes(StandardCharsets.US_ASCII), 0)))
                .isEqualTo(0.12345678);
    }
}
