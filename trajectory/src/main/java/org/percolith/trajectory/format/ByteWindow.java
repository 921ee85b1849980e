package org.percolith.trajectory.format;

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
 * its own. A compressed stream that breaks off ends the text there; {@link #brokenStream()} tells.
 */
final class ByteWindow implements AutoCloseable {

    private static final int CAPACITY = 1 << 20;
    private static final int SLACK = 64;
    private static final int LONGEST_LINE = 1 << 26;

    private final InputStream in;
    private byte[] buffer = new byte[CAPACITY + SLACK];
    private int position;
    private int limit;
    private boolean exhausted;
    private long line = 1;
    private @Nullable String brokenStream;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Index in {@link #buffer()} of the first byte not consumed. */
    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    /** Moves past a line end at {@code newPosition - 1}, counting one line. */
    void moveToNextLine(int newPosition) {
        position = newPosition;
        line++;
    }

    void countLines(int lines) {
        line += lines;
    }

    /** Number of the line at {@link #position()}, from 1. */
    long line() {
        return line;
    }

    /** Why a compressed stream broke off, or null. */
    @Nullable
    String brokenStream() {
        return brokenStream;
    }

    /** Reads until at least {@code bytes} bytes lie ahead; false if the stream ends before. */
    boolean ensure(int bytes) throws IOException {
        while (limit - position < bytes) {
            if (exhausted) {
                return false;
            }
            refill(bytes);
        }
        return true;
    }

    boolean atEnd() throws IOException {
        return !ensure(1);
    }

    /** Index of the line end ({@code \n}) of the current line, or of the end of the text if the last line has none. */
    int lineEnd() throws IOException {
        int scanned = 0;
        while (true) {
            for (int i = position + scanned; i < limit; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            scanned = limit - position;
            if (exhausted) {
                return limit;
            }
            if (scanned > LONGEST_LINE) {
                throw new IOException("a line longer than " + LONGEST_LINE + " bytes at line " + line);
            }
            refill(scanned + 1);
        }
    }

    /** True if the current line ends with a line feed, false if the text ends without one. */
    boolean lineIsTerminated() throws IOException {
        return lineEnd() < limit;
    }

    /** The current line without its end, and moves to the next. Bytes are taken as ISO-8859-1. */
    String readLine() throws IOException {
        int end = lineEnd();
        int textEnd = end > position && buffer[end - 1] == '\r' ? end - 1 : end;
        String text = new String(buffer, position, textEnd - position, StandardCharsets.ISO_8859_1);
        skipTo(end);
        return text;
    }

    /** The current line without moving. */
    String peekLine() throws IOException {
        int end = lineEnd();
        return new String(buffer, position, end - position, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    void skipLine() throws IOException {
        skipTo(lineEnd());
    }

    private void skipTo(int lineEnd) {
        position = lineEnd < limit ? lineEnd + 1 : limit;
        line++;
    }

    private void refill(int wanted) throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
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
