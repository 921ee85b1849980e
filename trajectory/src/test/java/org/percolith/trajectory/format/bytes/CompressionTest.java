package org.percolith.trajectory.format.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.TrajectoryTexts;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Compressed files of every kind give what the plain file gives, whole or cut. */
class CompressionTest {

    private static final int FRAMES = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void wholeFilesGiveTheSameFrames(Compression compression) throws IOException {
        byte[] text = xdatcar();
        ReadFrames plain = ReadFrames.of(write(text));
        ReadFrames read = ReadFrames.of(write(compressed(compression, text)));
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.fractional().get(FRAMES - 1))
                .containsExactly(plain.fractional().get(FRAMES - 1));
        assertThat(read.truncated()).isFalse();
        assertThat(read.notices()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"GZIP", "BZIP2", "XZ", "ZSTD"})
    void cutFilesGiveTheirFirstFramesAndANotice(Compression compression) throws IOException {
        byte[] whole = compressed(compression, xdatcar());
        ReadFrames read = ReadFrames.of(write(Arrays.copyOf(whole, whole.length * 9 / 10)));
        assertThat(read.frames()).isBetween(1, FRAMES - 1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("compressed stream breaks off");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.999, 0.9, 0.5, 0.3})
    void theWholeBlocksOfACutZstdFileAreRead(double share) throws IOException {
        byte[] whole = compressed(Compression.ZSTD, xdatcar());
        ReadFrames read = ReadFrames.of(write(Arrays.copyOf(whole, (int) (share * whole.length))));
        int framesInABlock = (1 << 17) * FRAMES / xdatcar().length;
        assertThat(read.frames()).isBetween((int) (share * FRAMES) - framesInABlock - 2, FRAMES - 1);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("cut inside a zstd frame");
    }

    /** The file is one block: xz itself gives 99 %, 50 % and 10 % of the text. */
    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0.9, 0.5, 0.1})
    void aCutXzFileGivesWhatItsBlockStillSays(double share) throws IOException {
        byte[] text = xdatcar();
        byte[] whole = compressed(Compression.XZ, text);
        ReadFrames plain = ReadFrames.of(write(text));
        ReadFrames read = ReadFrames.of(write(Arrays.copyOf(whole, (int) (share * whole.length))));
        assertThat(read.frames()).isBetween((int) (share * FRAMES) - 3, (int) (share * FRAMES) + 1);
        for (int k = 0; k < read.frames(); k++) {
            assertThat(read.fractional().get(k))
                    .containsExactly(plain.fractional().get(k));
        }
        assertThat(read.notices()).singleElement().asString().contains("cut inside an xz block");
    }

    @Test
    void theWholeBlocksOfACutBzip2FileAreRead() throws IOException {
        byte[] text = xdatcar();
        byte[] whole = compressed(Compression.BZIP2, text);
        ReadFrames read = ReadFrames.of(write(Arrays.copyOf(whole, whole.length * 9 / 10)));
        int blocks = (int) (0.9 * text.length / 100_000) - 1;
        assertThat(read.frames()).isGreaterThanOrEqualTo(blocks * 99_900 * FRAMES / text.length - 1);
        assertThat(read.truncated()).isTrue();
    }

    @Test
    void aDamagedZstdChecksumIsTold() throws IOException {
        byte[] bytes = compressed(Compression.ZSTD, xdatcar());
        bytes[bytes.length - 1] ^= 1;
        Path file = write(bytes);
        assertThatThrownBy(() -> ReadFrames.of(file))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("nothing can be decompressed");
    }

    @Test
    void aBombOfOneEndlessLineEndsAfterTheFramesBeforeIt() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(xdatcar());
            byte[] zeros = new byte[1 << 20];
            for (int k = 0; k < 64; k++) {
                out.write(zeros);
            }
        }
        ReadFrames read = ReadFrames.of(write(bomb.toByteArray()));
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.truncated()).isTrue();
        assertThat(read.notices()).singleElement().asString().contains("is longer than 8 MiB");
    }

    @Test
    void aStreamReadAheadEndsAsItsSourceEnds() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        try (InputStream in = new ReadAheadStream(new ByteArrayInputStream(bytes), "test")) {
            assertThat(in.read()).isEqualTo(bytes[0] & 0xff);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 1, bytes.length));
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void aFailureComesAfterTheBytesBeforeIt() throws IOException {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new ZipException("damaged");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new ZipException("damaged");
            }
        };
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), failing);
        try (InputStream in = new ReadAheadStream(source, "test")) {
            assertThat(in.readNBytes(200_000)).hasSize(200_000);
            assertThatThrownBy(in::read).isInstanceOf(ZipException.class).hasMessage("damaged");
            assertThatThrownBy(in::read).isInstanceOf(ZipException.class);
        }
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> new TrajectoryFiles().open(folder))
                .isInstanceOf(TrajectoryException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void bzip2CutInItsFirstBlockIsToldAsDamage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BZip2CompressorOutputStream out = new BZip2CompressorOutputStream(bytes)) {
            out.write(new byte[100_000]);
        }
        Path file = Files.write(folder.resolve("XDATCAR.bz2"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> new TrajectoryFiles().open(file))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("nothing can be decompressed");
    }

    @Test
    void closingEarlyEndsTheThread() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 7;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, (byte) 7);
                return length;
            }
        };
        InputStream in = new ReadAheadStream(endless, "endless test source");
        assertThat(in.read()).isEqualTo(7);
        in.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("endless test source"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("XDATCAR"), bytes);
    }

    private static byte[] xdatcar() {
        Random random = new Random(3);
        double[][] frames = new double[FRAMES][3 * 40];
        for (double[] frame : frames) {
            Arrays.setAll(frame, k -> random.nextDouble());
        }
        return TrajectoryTexts.xdatcar(Cell.cubic(10), "Li S", "20 20", frames).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] compressed(Compression compression, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                switch (compression) {
                    case NONE -> bytes;
                    case GZIP -> new GZIPOutputStream(bytes);
                    case BZIP2 -> new BZip2CompressorOutputStream(bytes, 1);
                    case XZ -> new XZOutputStream(bytes, new LZMA2Options(1));
                    case ZSTD -> new ZstdOutputStream(bytes);
                }) {
            out.write(text);
        }
        return bytes.toByteArray();
    }
}
