package org.percolith.trajectory.format.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.percolith.trajectory.format.ReadFrames;
import org.percolith.trajectory.format.UnsupportedFormatException;

/** ABINIT HIST.nc of one Li and one F, with an axis of images or without. */
class AbinitHistReaderTest {

    private static final int DOUBLE = 6;
    private static final int FRAMES = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void cellRowsAreInBohrWhateverAcellSays() throws IOException {
        ReadFrames read = read(0);
        assertThat(read.frames()).isEqualTo(FRAMES);
        assertThat(read.atoms().formula()).isEqualTo("Li1 F1");
        assertThat(read.cells().get(2).component(1, 0)).isCloseTo(2 * 0.529177210903, within(1e-12));
        assertThat(read.fractional().get(2)).containsExactly(0.02, 0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void anAxisOfOneImageIsNone() throws IOException {
        assertThat(read(1).fractional().get(1)).containsExactly(0.01, 0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void severalImagesAreNoTrajectory() {
        assertThatThrownBy(() -> read(4))
                .isInstanceOf(UnsupportedFormatException.class)
                .hasMessageContaining("4 images of one system");
    }

    private ReadFrames read(int images) throws IOException {
        return ReadFrames.of(Files.write(folder.resolve("run_HIST.nc"), hist(images)));
    }

    /** Dimensions: time, natom, xyz, ntypat, nimage. */
    private static byte[] hist(int images) throws IOException {
        int copies = Math.max(1, images);
        int fixedAt = header(images, 0).length;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(header(images, fixedAt));
        for (double fixed : new double[] {2, 1, 9, 3}) {
            out.writeDouble(fixed);
        }
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int image = 0; image < copies; image++) {
                for (double s : new double[] {0.01 * frame, 0.1, 0.2, 0.3, 0.4, 0.5}) {
                    out.writeDouble(s);
                }
            }
            for (int image = 0; image < copies; image++) {
                for (double component : new double[] {10, 0, 0, 2, 12, 0, 0, 0, 14}) {
                    out.writeDouble(component);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int images, int fixedAt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {'C', 'D', 'F', 1});
        out.writeInt(FRAMES);
        out.writeInt(10);
        out.writeInt(5);
        dimension(out, "time", 0);
        dimension(out, "natom", 2);
        dimension(out, "xyz", 3);
        dimension(out, "ntypat", 2);
        dimension(out, "nimage", Math.max(1, images));
        out.writeLong(0);
        out.writeInt(11);
        out.writeInt(4);
        int copies = Math.max(1, images);
        variable(out, "typat", 16, fixedAt, 1);
        variable(out, "znucl", 16, fixedAt + 16, 3);
        int records = fixedAt + 32;
        if (images == 0) {
            variable(out, "xred", 48, records, 0, 1, 2);
            variable(out, "rprimd", 72, records + 48, 0, 2, 2);
        } else {
            variable(out, "xred", 48 * copies, records, 0, 4, 1, 2);
            variable(out, "rprimd", 72 * copies, records + 48 * copies, 0, 4, 2, 2);
        }
        return bytes.toByteArray();
    }

    private static void dimension(DataOutputStream out, String name, int length) throws IOException {
        name(out, name);
        out.writeInt(length);
    }

    private static void variable(DataOutputStream out, String name, int bytes, int begin, int... dimensions)
            throws IOException {
        name(out, name);
        out.writeInt(dimensions.length);
        for (int dimension : dimensions) {
            out.writeInt(dimension);
        }
        out.writeLong(0);
        out.writeInt(DOUBLE);
        out.writeInt(bytes);
        out.writeInt(begin);
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        out.writeInt(name.length());
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[(4 - name.length() % 4) % 4]);
    }
}
