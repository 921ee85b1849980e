package org.percolith.trajectory.format.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Passes the whole blocks of a zstd file on and drops one that is cut, with an empty last block in its place: a decoder
 * then gives out everything before the cut, where it would otherwise keep what it has not written yet. The checksum of a
 * cut frame is lost with its end; its header is passed on as that of a frame without one.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/rfc8878#section-3.1">RFC 8878, zstd frames and blocks</a>
 */
final class ZstdBlocks extends InputStream {

    private static final long MAGIC = 0xFD2FB528L;
    private static final long SKIPPABLE_MAGIC = 0x184D2A50L;
    private static final int MAGIC_BYTES = 4;
    private static final int BLOCK_HEADER_BYTES = 3;
    private static final int CHECKSUM_BYTES = 4;
    private static final int RUN_LENGTH_BLOCK = 1;
    private static final int CHECKSUM_FLAG = 0x04;
    private static final byte[] EMPTY_LAST_BLOCK = {1, 0, 0};

    /** What comes next in the stream. */
    private enum Part {
        FRAME_HEADER,
        BLOCK,
        CHECKSUM
    }

    private final PlainFile file;
    private long offset;
    private byte[] piece = new byte[0];
    private int position;
    private Part next = Part.FRAME_HEADER;
    private boolean checksummed;
    private boolean ended;
    private @Nullable String cut;

    ZstdBlocks(PlainFile file) {
        this.file = file;
    }

    /** Why the stream breaks off, once everything before has been read; or null. */
    @Nullable
    String cut() {
        return cut;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == piece.length) {
            if (ended) {
                return -1;
            }
            piece = nextPiece();
            position = 0;
        }
        int copied = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, copied);
        position += copied;
        return copied;
    }

    private byte[] nextPiece() throws IOException {
        try {
            return switch (next) {
                case FRAME_HEADER -> frameHeader();
                case BLOCK -> block();
                case CHECKSUM -> checksum();
            };
        } catch (EOFException e) {
            ended = true;
            cut = "cut inside a zstd frame";
            return next == Part.BLOCK ? EMPTY_LAST_BLOCK : new byte[0];
        }
    }

    private byte[] frameHeader() throws IOException {
        if (offset == file.size()) {
            ended = true;
            return new byte[0];
        }
        byte[] magic = exactly(MAGIC_BYTES);
        long value = littleEndian(magic);
        if ((value & ~0xFL) == SKIPPABLE_MAGIC) {
            offset += littleEndian(exactly(MAGIC_BYTES));
            return new byte[0];
        }
        if (value != MAGIC) {
            throw new EOFException();
        }
        byte[] descriptor = exactly(1);
        byte[] rest = exactly(bytesAfter(descriptor[0] & 0xff));
        checksummed = (descriptor[0] & CHECKSUM_FLAG) != 0 && restOfFrameIsWhole();
        if (!checksummed) {
            descriptor[0] &= ~CHECKSUM_FLAG;
        }
        next = Part.BLOCK;
        return joined(joined(magic, descriptor), rest);
    }

    /** Bytes of the frame header behind its descriptor: window, dictionary, content size. */
    private static int bytesAfter(int descriptor) {
        boolean singleSegment = (descriptor & 0x20) != 0;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
        int contentSize = new int[] {singleSegment ? 1 : 0, 2, 4, 8}[descriptor >>> 6];
        return (singleSegment ? 0 : 1) + dictionary + contentSize;
    }

    /** Looks at the headers of the blocks from here on. */
    private boolean restOfFrameIsWhole() throws IOException {
        long at = offset;
        boolean last = false;
        while (!last) {
            byte[] header = file.bytes(at, BLOCK_HEADER_BYTES);
            if (header.length < BLOCK_HEADER_BYTES) {
                return false;
            }
            last = isLast(header);
            at += BLOCK_HEADER_BYTES + contentBytes(header);
        }
        return at + CHECKSUM_BYTES <= file.size();
    }

    private byte[] block() throws IOException {
        byte[] header = exactly(BLOCK_HEADER_BYTES);
        byte[] content = exactly(contentBytes(header));
        if (isLast(header)) {
            next = checksummed ? Part.CHECKSUM : Part.FRAME_HEADER;
        }
        return joined(header, content);
    }

    private static boolean isLast(byte[] blockHeader) {
        return (blockHeader[0] & 1) != 0;
    }

    private static int contentBytes(byte[] blockHeader) {
        int type = (blockHeader[0] >>> 1) & 3;
        return type == RUN_LENGTH_BLOCK ? 1 : (int) littleEndian(blockHeader) >>> 3;
    }

    private byte[] checksum() throws IOException {
        byte[] checksum = exactly(CHECKSUM_BYTES);
        next = Part.FRAME_HEADER;
        return checksum;
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = file.bytes(offset, count);
        offset += bytes.length;
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static long littleEndian(byte[] bytes) {
        long value = 0;
        for (int k = bytes.length - 1; k >= 0; k--) {
            value = (value << 8) | (bytes[k] & 0xff);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
