package org.percolith.trajectory.format.text;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A text that arrives one to seven bytes at a time, as from a slow pipe. */
final class DrippingStream {

    private static final int MOST_BYTES = 7;

    private DrippingStream() {}

    static InputStream of(String text) {
        Random random = new Random(text.length());
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + random.nextInt(MOST_BYTES)));
            }
        };
    }
}
