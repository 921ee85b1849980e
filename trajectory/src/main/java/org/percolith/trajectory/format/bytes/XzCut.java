package org.percolith.trajectory.format.bytes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.tukaani.xz.XZInputStream;

/**
 * What an xz file that was cut still says. Its blocks are often the whole file, and the decoder takes a piece of 64 KiB at a
 * time and gives nothing of one that it has not whole; so the file is read with something put behind its end. Two decoders
 * read it, one with zeros behind the cut, one with ones. In the range coder these are the lowest and the highest number
 * that any continuation could be: as long as both decode alike, so does every continuation, and the text is that of the
 * file. A few equal bytes more may be chance; as much as the longest match of LZMA is held back for it.
 *
 * @see <a href="https://tukaani.org/xz/xz-file-format.txt">The .xz file format</a>
 */
final class XzCut extends InputStream {

    private static final byte[] FOOTER_MAGIC = {'Y', 'Z'};
    private static final int PIECE = 32;
    private static final int HELD_BACK = 273 + PIECE;

    private final PlainFile file;
    private final InputStream behindZeros;
    private final InputStream behindOnes;
    private final byte[] zeros = new byte[PIECE];
    private final byte[] ones = new byte[PIECE];
    private final byte[] agreed = new byte[1 << 16];
    private int from;
    private int to;
    private boolean ended;
    private int heldBack = HELD_BACK;

    XzCut(PlainFile file, int memoryKib) throws IOException {
        this.file = file;
        behindZeros = new XZInputStream(continued(file, 0x00), memoryKib);
        behindOnes = new XZInputStream(continued(file, 0xff), memoryKib);
    }

    /** True if a file does not end as a stream of xz does, with its footer and, at most, zeros behind it. */
    static boolean isCut(PlainFile file) throws IOException {
        long end = file.size();
        byte[] last = file.bytes(Math.max(0, end - 4096), 4096);
        int length = last.length;
        while (length > 0 && last[length - 1] == 0) {
            length--;
        }
        return length > 0 && !Arrays.equals(Arrays.copyOfRange(last, Math.max(0, length - 2), length), FOOTER_MAGIC);
    }

    private static InputStream continued(PlainFile file, int padding) {
        return new SequenceInputStream(file.from(0), new InputStream() {
            @Override
            public int read() {
                return padding;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) padding);
                return length;
            }
        });
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        System.arraycopy(agreed, from, agreed, 0, to - from);
        to -= from;
        from = 0;
        while (!ended && to < agreed.length) {
            compareNext();
        }
        from = Math.min(length, to - heldBack);
        if (from <= 0) {
            from = 0;
            throw new EOFException("cut inside an xz block");
        }
        System.arraycopy(agreed, 0, target, offset, from);
        return from;
    }

    private void compareNext() {
        int wanted = Math.min(PIECE, agreed.length - to);
        int zerosRead = decode(behindZeros, zeros, wanted);
        int onesRead = decode(behindOnes, ones, wanted);
        int common = Math.min(zerosRead, onesRead);
        int mismatch = Arrays.mismatch(zeros, 0, common, ones, 0, common);
        int alike = mismatch < 0 ? common : mismatch;
        System.arraycopy(zeros, 0, agreed, to, alike);
        to += alike;
        ended = alike < wanted;
        // Both decoders gave up at one place: there was no guess between the cut and it.
        heldBack = ended && alike == zerosRead && alike == onesRead ? 0 : HELD_BACK;
    }

    /** How many bytes could be decoded; fewer than wanted where the decoder fails or ends. */
    private static int decode(InputStream decoder, byte[] target, int wanted) {
        int read = 0;
        try {
            while (read < wanted) {
                int more = decoder.read(target, read, 1);
                if (more < 0) {
                    return read;
                }
                read += more;
            }
        } catch (IOException | RuntimeException e) {
            return read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
