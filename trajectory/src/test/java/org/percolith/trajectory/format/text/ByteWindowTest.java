package org.percolith.trajectory.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteWindowTest {

    private static final int CAPACITY = 1 << 20;

    @Test
    void linesWithAnyLineEnd() throws IOException {
        assertThat(lines("one\ntwo\r\n\n four \t\nlast")).containsExactly("one", "two", "", " four \t", "last");
        assertThat(lines("last\n")).containsExactly("last");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void linesAcrossManyRefills() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int k = 0; k < 120_000; k++) {
            expected.add("line " + k + " of a text longer than the window");
            text.append(expected.get(k)).append('\n');
        }
        assertThat(text.length()).isGreaterThan(3 * CAPACITY);
        assertThat(lines(text.toString())).isEqualTo(expected);
    }

    @Test
    void aLineLongerThanTheWindowMakesItGrow() throws IOException {
        String longLine = "x".repeat(3 * CAPACITY + 17);
        assertThat(lines("head\n" + longLine + "\ntail")).containsExactly("head", longLine, "tail");
    }

    @Test
    void lineNumbersCountFromOne() throws IOException {
        try (ByteWindow window = window("a\nb\nc")) {
            assertThat(window.line()).isEqualTo(1);
            window.skipLine();
            assertThat(window.line()).isEqualTo(2);
            assertThat(window.peekLine()).isEqualTo("b");
            assertThat(window.line()).isEqualTo(2);
            assertThat(window.lineIsTerminated()).isTrue();
            window.skipLine();
            assertThat(window.lineIsTerminated()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 12, 13, 14, 63, 64, 5000, 5001, 9999, 10_000, 10_001, 10_002})
    void skippingLinesTogetherEndsWhereSkippingEachDoes(int lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 10_000; k++) {
            text.append("x".repeat(k % 13 * (k % 7))).append('\n');
        }
        text.append("no line end");
        try (ByteWindow together = window(text.toString());
                ByteWindow each = window(text.toString())) {
            together.skipLines(lines);
            for (int k = 0; k < lines && !each.atEnd(); k++) {
                each.skipLine();
            }
            assertThat(together.offset()).isEqualTo(each.offset());
            assertThat(together.atEnd() || together.line() == each.line()).isTrue();
        }
    }

    @Test
    void bytesBehindTheTextAreZero() throws IOException {
        try (ByteWindow window = window("1.5")) {
            assertThat(window.ensure(4)).isFalse();
            for (int k = 0; k < 16; k++) {
                assertThat(window.buffer()[window.limit() + k]).isZero();
            }
        }
    }

    @Test
    void bytesAreLatin1() throws IOException {
        assertThat(lines("title \u00e9\u00ff\u0001\n")).containsExactly("title \u00e9\u00ff\u0001");
    }

    @Test
    void aBrokenStreamEndsTheTextAndIsTold() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("Unexpected end of ZLIB input stream");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        InputStream text = new ByteArrayInputStream("one\ntw".getBytes(StandardCharsets.ISO_8859_1));
        try (ByteWindow window = new ByteWindow(new SequenceInputStream(text, broken))) {
            assertThat(window.readLine()).isEqualTo("one");
            assertThat(window.brokenStream()).isNull();
            assertThat(window.readLine()).isEqualTo("tw");
            assertThat(window.atEnd()).isTrue();
            assertThat(window.brokenStream()).contains("breaks off", "Unexpected end of ZLIB");
        }
    }

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ByteWindow window = window(text)) {
            while (!window.atEnd()) {
                lines.add(window.readLine());
            }
        }
        return lines;
    }

    private static ByteWindow window(String text) {
        return new ByteWindow(DrippingStream.of(text));
    }
}
