package org.percolith.trajectory.format.dcd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.bytes.BinaryStream;

/**
 * The Fortran records of a DCD: content between two equal lengths. The lengths are 4 or 8 bytes wide and of either byte
 * order; the first record, which is 84 bytes long, tells.
 */
final class DcdRecords implements AutoCloseable {

    private static final int FIRST_BYTES = 84;
    private static final int MAGIC_BYTES = 4;

    private final BinaryStream in;
    private final int markerBytes;
    private boolean endedBetween;

    DcdRecords(InputStream stream) throws IOException {
        in = new BinaryStream(stream, ByteOrder.LITTLE_ENDIAN);
        ByteBuffer start = in.read(Long.BYTES);
        boolean little = start != null && start.getInt(0) == FIRST_BYTES;
        boolean wide = start != null && (little ? start.getInt(4) == 0 : start.getInt(0) == 0);
        in.setOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        markerBytes = wide ? Long.BYTES : Integer.BYTES;
    }

    /** The content of the first record behind its magic word; null if it is cut. */
    @Nullable
    ByteBuffer first() throws IOException {
        boolean magicIsAhead = markerBytes == Long.BYTES;
        return magicIsAhead && in.read(MAGIC_BYTES) == null ? null : in.read(FIRST_BYTES - MAGIC_BYTES + markerBytes);
    }

    /** The content of the next record; null if it is cut, longer than {@code longest}, or its two lengths differ. */
    @Nullable
    ByteBuffer next(int longest) throws IOException {
        long at = in.offset();
        ByteBuffer marker = in.read(markerBytes);
        endedBetween = marker == null && in.offset() == at && !in.isBroken();
        long length = marker == null ? -1 : length(marker, 0);
        if (length < 0 || length > longest) {
            return null;
        }
        ByteBuffer content = in.read((int) length + markerBytes);
        return content == null || length(content, (int) length) != length ? null : content.limit((int) length);
    }

    private long length(ByteBuffer bytes, int at) {
        return markerBytes == Long.BYTES ? bytes.getLong(at) : bytes.getInt(at);
    }

    /** True if the last record was none because the file ends where it would start. */
    boolean endedBetween() {
        return endedBetween;
    }

    long offset() {
        return in.offset();
    }

    String ending() {
        return in.ending();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
