package org.percolith.trajectory.format.bytes;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The compressions that are undone while reading, each told by the first bytes of a file. */
public enum Compression {
    NONE(""),
    GZIP("\u001f\u008b"),
    BZIP2("BZh"),
    XZ("\u00fd7zXZ\0"),
    ZSTD("(\u00b5/\u00fd");

    /** Bytes from which every compression is told. */
    public static final int LONGEST_MAGIC = 6;

    private static final List<String> ENDINGS = List.of("", ".gz", ".bz2", ".xz", ".zst");

    private static final int INFLATE_BUFFER = 1 << 16;
    private static final int READ_BUFFER = 1 << 16;
    private static final int XZ_MEMORY_KIB = 100 << 10;
    private static final int XZ_PIECE = 1 << 10;

    private final String magic;

    Compression(String magic) {
        this.magic = magic;
    }

    /** The compression whose magic bytes a file starts with. */
    public static Compression of(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        for (Compression compression : values()) {
            if (compression != NONE && text.startsWith(compression.magic)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The file of this name, or of this name with the ending of a compression behind it; empty if there is neither. */
    public static Optional<Path> anyOf(Path plain) {
        return ENDINGS.stream()
                .map(ending -> plain.resolveSibling(plain.getFileName() + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * The bytes behind the compression. A stream that breaks off or is damaged throws {@link EOFException} or {@link
     * ZipException}, whichever decoder reads it.
     */
    public InputStream undo(PlainFile file) throws IOException {
        InputStream raw = new BufferedInputStream(file, READ_BUFFER);
        try {
            return switch (this) {
                case NONE -> file;
                case GZIP -> new GZIPInputStream(raw, INFLATE_BUFFER);
                case BZIP2 -> new DamageTelling(new BZip2CompressorInputStream(raw, true), 1);
                case XZ ->
                    XzCut.isCut(file)
                            ? new XzCut(file, XZ_MEMORY_KIB)
                            : new DamageTelling(new XZInputStream(raw, XZ_MEMORY_KIB), XZ_PIECE);
                case ZSTD -> new DamageTelling(zstd(new ZstdBlocks(file)), READ_BUFFER);
            };
        } catch (EOFException | ZipException e) {
            throw e;
        } catch (IOException e) {
            throw damage(e);
        }
    }

    /** What the decoder gives, and behind it how the blocks ended. */
    private static InputStream zstd(ZstdBlocks blocks) {
        return new FilterInputStream(new ZstdInputStream(blocks)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0 && blocks.cut() != null) {
                    throw new EOFException(blocks.cut());
                }
                return read;
            }
        };
    }

    private static ZipException damage(Exception cause) {
        ZipException damage = new ZipException(String.valueOf(cause.getMessage()));
        damage.initCause(cause);
        return damage;
    }

    /**
     * Decoders report damage in ways of their own, some as unchecked exceptions, and what they gave in the same call is lost
     * with it: they are asked for little at a time.
     */
    private static final class DamageTelling extends FilterInputStream {

        private final int piece;
        private @Nullable IOException damage;

        DamageTelling(InputStream decoder, int piece) {
            super(decoder);
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int done = 0;
            while (done < length && damage == null) {
                int read = readPiece(target, offset + done, Math.min(piece, length - done));
                if (read < 0) {
                    return done == 0 ? -1 : done;
                }
                done += read;
            }
            if (done == 0 && damage != null) {
                throw damage;
            }
            return done;
        }

        /** Reads on; 0 bytes where the decoder fails. */
        private int readPiece(byte[] target, int offset, int length) {
            try {
                return in.read(target, offset, length);
            } catch (EOFException e) {
                damage = e;
            } catch (IOException | RuntimeException e) {
                damage = damage(e);
            }
            return 0;
        }
    }
}
