package org.percolith.trajectory.format.gromacs;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.bytes.BinaryStream;

/**
 * Frames of GROMACS TRR: magic 1993, a version string, ten sizes in bytes, atoms, step, nre, t, λ, then box, virial,
 * pressure, positions, velocities, forces, each present if its size is not zero. The width of a real is that of the box.
 */
final class TrrFrames implements GromacsFrames {

    private static final int MAGIC = 1993;
    private static final int LONGEST_VERSION = 256;
    private static final int SIZES = 13;
    private static final int BOX = 2;
    private static final int VIRIAL = 3;
    private static final int PRESSURE = 4;
    private static final int POSITIONS = 7;
    private static final int VELOCITIES = 8;
    private static final int FORCES = 9;
    private static final int ATOMS = 10;
    private static final int STEP = 11;

    @Override
    public @Nullable GromacsFrame next(BinaryStream in) throws IOException, GromacsDamage {
        while (true) {
            ByteBuffer magic = in.read(4);
            if (magic == null) {
                if (in.isBroken()) {
                    throw new GromacsDamage(in.ending());
                }
                return null;
            }
            if (magic.getInt() != MAGIC) {
                throw new GromacsDamage("expected the start of a frame");
            }
            GromacsFrame frame = readFrame(in);
            if (frame.positionsNm().length > 0) {
                return frame;
            }
        }
    }

    private static GromacsFrame readFrame(BinaryStream in) throws IOException, GromacsDamage {
        require(in, 4);
        int version = require(in, 4).getInt();
        if (version < 0 || version > LONGEST_VERSION) {
            throw new GromacsDamage("a version string of " + version + " bytes");
        }
        require(in, (version + 3) / 4 * 4);
        int[] sizes = new int[SIZES];
        require(in, 4 * SIZES).asIntBuffer().get(sizes);
        long atoms = sizes[ATOMS];
        int real = realBytes(sizes);
        boolean fits = true;
        for (int vectors : new int[] {POSITIONS, VELOCITIES, FORCES}) {
            fits &= sizes[vectors] == 0 || sizes[vectors] == 3L * real * atoms;
        }
        if ((real != Float.BYTES && real != Double.BYTES) || atoms < 1 || atoms > Atoms.MOST || !fits) {
            throw new GromacsDamage("a frame header that fits no " + atoms + " atoms");
        }
        double timePs = reals(require(in, 2 * real), real, 2)[0];
        double[] box = sizes[BOX] == 0 ? new double[9] : reals(require(in, sizes[BOX]), real, 9);
        skip(in, (long) sizes[VIRIAL] + sizes[PRESSURE]);
        double[] positions =
                sizes[POSITIONS] == 0 ? new double[0] : reals(require(in, sizes[POSITIONS]), real, (int) (3 * atoms));
        skip(in, (long) sizes[VELOCITIES] + sizes[FORCES]);
        return new GromacsFrame(sizes[STEP], timePs, box, positions);
    }

    /** Bytes of a number, by what the frame holds; 0 if it holds nothing. */
    private static int realBytes(int[] sizes) {
        if (sizes[BOX] != 0) {
            return sizes[BOX] % 9 == 0 ? sizes[BOX] / 9 : 0;
        }
        int vectors = Math.max(sizes[POSITIONS], Math.max(sizes[VELOCITIES], sizes[FORCES]));
        int numbers = 3 * Math.max(0, Math.min(sizes[ATOMS], Atoms.MOST));
        return numbers == 0 ? 0 : vectors / numbers;
    }

    private static void skip(BinaryStream in, long bytes) throws IOException, GromacsDamage {
        if (bytes < 0 || !in.skip(bytes)) {
            throw new GromacsDamage(in.ending() + " inside a frame");
        }
    }

    private static ByteBuffer require(BinaryStream in, int bytes) throws IOException, GromacsDamage {
        ByteBuffer read = in.read(bytes);
        if (read == null) {
            throw new GromacsDamage(in.ending() + " inside a frame");
        }
        return read;
    }

    private static double[] reals(ByteBuffer bytes, int width, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = width == 4 ? bytes.getFloat() : bytes.getDouble();
        }
        return values;
    }
}
