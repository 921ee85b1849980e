package org.percolith.trajectory.format.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A window on a byte stream that moves forward line by line; memory is bounded by the longest line.
 *
 * <p>The bytes after the last one read are zero, so that a parser may look a few bytes ahead without a bounds check of
 * its own. A compressed stream that breaks off ends the text there, as does a line that
 * does not end; {@link #brokenStream()} tells.
 */
public final class ByteWindow implements AutoCloseable {

    private static final int CAPACITY = 1 << 17;
    private static final int SLACK = 64;
    private static final int STRETCH = 512;
    private static final int LONGEST_LINE = 1 << 23;

    private final InputStream in;
    private byte[] buffer;
    private int position;
    private int limit;
    private boolean exhausted;
    private long bufferOffset;
    private long line;
    private @Nullable String brokenStream;

    /** A window on the start of a text. */
    public ByteWindow(InputStream in) {
        this(in, 0, 1, newBuffer());
    }

    /**
     * A window on the rest of a text.
     *
     * @param offset of its first byte in the whole text
     * @param line of the whole text in which it starts
     * @param buffer of this or an earlier window, which must not be used any more
     */
    public ByteWindow(InputStream in, long offset, long line, byte[] buffer) {
        this.in = in;
        this.buffer = buffer;
        bufferOffset = offset;
        this.line = line;
    }

    /** Memory for one window, which the next can take over. */
    public static byte[] newBuffer() {
        return new byte[CAPACITY + SLACK];
    }

    /** The bytes in view; a line that is longer takes a larger array. */
    public byte[] buffer() {
        return buffer;
    }

    /** Index in {@link #buffer()} of the first byte not consumed. */
    public int position() {
        return position;
    }

    /** Index in {@link #buffer()} behind the last byte that was read. */
    public int limit() {
        return limit;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    /** Offset in the text of the first byte not consumed. */
    public long offset() {
        return bufferOffset + position;
    }

    /** Moves past a line end at {@code newPosition - 1}, counting one line. */
    void moveToNextLine(int newPosition) {
        position = newPosition;
        line++;
    }

    /** Moves over {@code bytes} that hold {@code lines} line ends. */
    void moveBy(int bytes, int lines) {
        position += bytes;
        line += lines;
    }

    /** Number of the line at {@link #position()}, from 1. */
    public long line() {
        return line;
    }

    /** Why the text breaks off: a compressed stream that is cut, a line without end; or null. */
    public @Nullable String brokenStream() {
        return brokenStream;
    }

    /** Reads until at least {@code bytes} bytes lie ahead; false if the stream ends before. */
    public boolean ensure(int bytes) throws IOException {
        while (limit - position < bytes) {
            if (exhausted) {
                return false;
            }
            refill(bytes);
        }
        return true;
    }

    /** True if no byte is left. */
    public boolean atEnd() throws IOException {
        return !ensure(1);
    }

    /** Index of the line end ({@code \n}) of the current line, or of the end of the text if the last line has none. */
    public int lineEnd() throws IOException {
        int scanned = 0;
        while (true) {
            int end = EightBytes.indexOf(buffer, position + scanned, limit, '\n');
            scanned = limit - position;
            if (end < limit || exhausted) {
                return end;
            }
            if (scanned > LONGEST_LINE) {
                exhausted = true;
                brokenStream = "line " + line + " is longer than " + (LONGEST_LINE >> 20) + " MiB: no text";
                return limit;
            }
            refill(scanned + 1);
        }
    }

    /** Why the text ends where the current line does, if it breaks off there; or null. */
    public @Nullable String breakInThisLine() {
        return EightBytes.indexOf(buffer, position, limit, '\n') < limit ? null : brokenStream;
    }

    /** True if the current line ends with a line feed, false if the text ends without one. */
    public boolean lineIsTerminated() throws IOException {
        return lineEnd() < limit;
    }

    /** The current line without its end, and moves to the next. Bytes are taken as ISO-8859-1. */
    public String readLine() throws IOException {
        int end = lineEnd();
        int textEnd = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        String text = new String(buffer, position, textEnd - position, StandardCharsets.ISO_8859_1);
        skipTo(end);
        return text;
    }

    /** The current line without moving. */
    public String peekLine() throws IOException {
        int end = lineEnd();
        return new String(buffer, position, end - position, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Moves behind the line it stands in. */
    public void skipLine() throws IOException {
        skipTo(lineEnd());
    }

    /** Moves behind so many line ends, or to the end of the text. */
    public void skipLines(int lines) throws IOException {
        int left = lines;
        while (left > 0 && !atEnd()) {
            int stretch = Math.min(STRETCH, limit - position);
            int ends = EightBytes.count(buffer, position, position + stretch, '\n');
            if (ends < left) {
                moveBy(stretch, ends);
                left -= ends;
            } else {
                skipLine();
                left--;
            }
        }
    }

    private void skipTo(int lineEnd) {
        position = lineEnd < limit ? lineEnd + 1 : limit;
        line++;
    }

    private void refill(int wanted) throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            bufferOffset += position;
            limit -= position;
            position = 0;
        }
        if (wanted > buffer.length - SLACK) {
            byte[] larger = new byte[Math.max(wanted, 2 * (buffer.length - SLACK)) + SLACK];
            System.arraycopy(buffer, 0, larger, 0, limit);
            buffer = larger;
        }
        int read = readSome(buffer.length - SLACK - limit);
        if (read < 0) {
            exhausted = true;
        } else {
            limit += read;
        }
        Arrays.fill(buffer, limit, limit + SLACK, (byte) 0);
    }

    private int readSome(int room) throws IOException {
        try {
            return in.read(buffer, limit, room);
        } catch (EOFException | ZipException e) {
            brokenStream = "the compressed stream breaks off (" + e.getMessage() + ")";
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
