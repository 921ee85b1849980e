package org.percolith.density;

import java.io.IOException;
import java.io.OutputStream;

/** Writes numbers to a text file, a fixed number a line, through a buffer. */
final class ValueLines {

    private static final int BUFFER_BYTES = 1 << 16;

    private final OutputStream out;
    private final int perLine;
    private final FortranReal format = new FortranReal();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private int onLine;

    ValueLines(OutputStream out, int perLine) {
        this.out = out;
        this.perLine = perLine;
    }

    void put(double value) throws IOException {
        if (filled + FortranReal.WIDTH + 1 > buffer.length) {
            flush();
        }
        format.write(value, buffer, filled);
        filled += FortranReal.WIDTH;
        if (++onLine == perLine) {
            newLine();
        }
    }

    /** Ends the line under way, if there is one. */
    void endLine() throws IOException {
        if (onLine > 0) {
            newLine();
        }
    }

    private void newLine() {
        buffer[filled++] = '\n';
        onLine = 0;
    }

    /** Hands over what is buffered. */
    void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
