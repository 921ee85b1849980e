package org.percolith.trajectory.format.gromacs;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.bytes.BinaryStream;

/**
 * Frames of GROMACS XTC: magic 1995 (2023 with a 64-bit byte count), atoms, step, time in ps, box in nm, then plain floats
 * for up to nine atoms, else packed integers.
 */
final class XtcFrames implements GromacsFrames {

    private static final int MAGIC = 1995;
    private static final int LARGE_MAGIC = 2023;
    private static final int MOST_UNPACKED = 9;
    private static final int HEADER_BYTES = 12 + 36 + 4;
    private static final int PACKING_BYTES = 4 + 24 + 4;

    @Override
    public @Nullable GromacsFrame next(BinaryStream in) throws IOException, GromacsDamage {
        ByteBuffer start = in.read(4);
        if (start == null) {
            if (in.isBroken()) {
                throw new GromacsDamage(in.ending());
            }
            return null;
        }
        int magic = start.getInt();
        if (magic != MAGIC && magic != LARGE_MAGIC) {
            throw new GromacsDamage("expected the start of a frame");
        }
        ByteBuffer header = require(in, HEADER_BYTES);
        int atoms = header.getInt();
        int step = header.getInt();
        double timePs = header.getFloat();
        double[] box = new double[9];
        for (int k = 0; k < 9; k++) {
            box[k] = header.getFloat();
        }
        if (atoms < 1 || atoms > Atoms.MOST || header.getInt() != atoms) {
            throw new GromacsDamage("a frame header of " + atoms + " atoms");
        }
        double[] positions = atoms <= MOST_UNPACKED ? plain(in, atoms) : packed(in, atoms, magic == LARGE_MAGIC);
        return new GromacsFrame(step, timePs, box, positions);
    }

    private static double[] plain(BinaryStream in, int atoms) throws IOException, GromacsDamage {
        ByteBuffer floats = require(in, 12 * atoms);
        double[] positions = new double[3 * atoms];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = floats.getFloat();
        }
        return positions;
    }

    private static double[] packed(BinaryStream in, int atoms, boolean large) throws IOException, GromacsDamage {
        ByteBuffer head = require(in, PACKING_BYTES);
        double precision = head.getFloat();
        int[] smallest = {head.getInt(), head.getInt(), head.getInt()};
        int[] largest = {head.getInt(), head.getInt(), head.getInt()};
        int smallIndex = head.getInt();
        long bytes = large ? require(in, 8).getLong() : require(in, 4).getInt();
        if (bytes < 0 || bytes > 40L * atoms + 64 || !(precision > 0)) {
            throw new GromacsDamage(bytes + " packed bytes of precision " + precision + " for " + atoms + " atoms");
        }
        ByteBuffer data = require(in, (int) ((bytes + 3) / 4 * 4));
        byte[] packed = new byte[(int) bytes];
        data.get(packed);
        return new XtcUnpacking(packed, smallest, largest, smallIndex).unpack(atoms, precision);
    }

    private static ByteBuffer require(BinaryStream in, int bytes) throws IOException, GromacsDamage {
        ByteBuffer read = in.read(bytes);
        if (read == null) {
            throw new GromacsDamage(in.ending() + " inside a frame");
        }
        return read;
    }
}
