package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The columns of a line. */
class TokenLineTest {

    @Test
    void columnsAreSplitAtBlanksAndTabs() throws IOException {
        try (ByteWindow window = window(" Li\t1.5D+00  -2.5e0 7*\r\nS 1 2")) {
            TokenLine line = new TokenLine(window);
            assertThat(line.split(4)).isTrue();
            assertThat(line.split(5)).isFalse();
            assertThat(line.text(0)).isEqualTo("Li");
            assertThat(line.number(1)).isEqualTo(1.5);
            assertThat(line.number(2)).isEqualTo(-2.5);
            assertThat(line.number(3))
                    .as("digits with something behind are no number")
                    .isNaN();
            assertThat(line.holds(0, bytes("Li"))).isTrue();
            assertThat(line.holds(0, bytes("L"))).isFalse();
            assertThat(line.holds(0, bytes("Lix"))).isFalse();
            window.skipLine();
            assertThat(line.split(3)).isTrue();
            assertThat(line.number(2)).isEqualTo(2);
            assertThat(line.split(4)).isFalse();
        }
    }

    private static ByteWindow window(String text) {
        return new ByteWindow(new ByteArrayInputStream(bytes(text)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
