package org.percolith.trajectory.format.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Passes the bytes of an XML text on and counts those that XML does not allow: control characters, and, in a text that
 * declares UTF-8, whatever is none.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2 Characters</a>
 */
public final class XmlBytes extends FilterInputStream {

    private static final int DECLARATION_BYTES = 128;
    private static final int LEAD_OF_TWO = 0xC2;
    private static final int LEAD_OF_THREE = 0xE0;
    private static final int LEAD_OF_FOUR = 0xF0;
    private static final int BEHIND_LEADS = 0xF5;

    private boolean started;
    private boolean utf8;
    private int continuations;
    private long line = 1;
    private long illegal;
    private long firstLine;

    /** Counts from the start of a text. */
    public XmlBytes(InputStream in) {
        super(in);
    }

    /** What is to be told of the illegal bytes so far; empty if there was none. */
    public Optional<String> notice() {
        return illegal == 0
                ? Optional.empty()
                : Optional.of(illegal + (illegal == 1 ? " byte that XML does" : " bytes that XML does")
                        + " not allow, the first in line " + firstLine + "; passed over");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0 && !started) {
            started = true;
            int declaration = Math.min(read, DECLARATION_BYTES);
            utf8 = new String(target, offset, declaration, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("encoding=\"utf-8\"");
        }
        check(target, offset, offset + Math.max(0, read));
        return read;
    }

    private void check(byte[] text, int from, int to) {
        int at = from;
        for (; at + Long.BYTES <= to && !utf8; at += Long.BYTES) {
            long word = EightBytes.word(text, at);
            long lineFeeds = EightBytes.lineFeeds(word);
            long others = EightBytes.controls(word) & ~lineFeeds;
            if (others != 0) {
                checkEight(text, at);
            } else {
                line += Long.bitCount(lineFeeds);
            }
        }
        for (; at < to; at++) {
            checkByte(text[at]);
        }
    }

    private void checkEight(byte[] text, int from) {
        for (int at = from; at < from + Long.BYTES; at++) {
            checkByte(text[at]);
        }
    }

    private void checkByte(byte b) {
        if (utf8) {
            checkUtf8(b & 0xff);
        }
        if (b >= 0 && b < ' ') {
            checkControl(b);
        }
    }

    private void checkControl(byte control) {
        if (control == '\n') {
            line++;
        } else if (control != '\r' && control != '\t') {
            count();
        }
    }

    /** A lead byte says how many continuations follow; anything else among them is none. */
    private void checkUtf8(int b) {
        boolean continuation = (b & 0xC0) == 0x80;
        if (continuation != continuations > 0) {
            count();
            continuations = 0;
        } else if (continuation) {
            continuations--;
        }
        if (b >= LEAD_OF_TWO && b < BEHIND_LEADS) {
            continuations = b < LEAD_OF_THREE ? 1 : b < LEAD_OF_FOUR ? 2 : 3;
        } else if (b >= LEAD_OF_TWO - 2 && !continuation) {
            count();
        }
    }

    private void count() {
        if (illegal++ == 0) {
            firstLine = line;
        }
    }
}
