package org.percolith.trajectory.format.gromacs;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.bytes.BinaryStream;

/** Reads one frame after another of a GROMACS file. */
interface GromacsFrames {

    /** One frame: box rows and Cartesian positions in nm, as stored. */
    record GromacsFrame(long step, double timePs, double[] boxNm, double[] positionsNm) {}

    /**
     * The next frame that has positions; null at the end of the stream.
     *
     * @throws GromacsDamage if the frame is cut or is none
     */
    @Nullable
    GromacsFrame next(BinaryStream in) throws IOException, GromacsDamage;

    /** A frame that cannot be read. */
    final class GromacsDamage extends Exception {

        private static final long serialVersionUID = 1L;

        GromacsDamage(String message) {
            super(message);
        }
    }
}
