package org.percolith.trajectory.run;

import java.io.IOException;
import org.percolith.trajectory.Frame;

/** Takes the frames of a run one by one as they are joined: every step once, the atoms in one order. */
@FunctionalInterface
public interface JoinedFrames {

    /**
     * Takes a frame.
     *
     * @param index number of the frame in the run, from 0, as {@link Seam#frame()} counts
     * @param frame as it was read, atoms in the order of the first segment; valid during the call
     * @param path unwrapped fractional coordinates {@code [3 * atom + axis]} across all segments; valid during the call
     */
    void accept(int index, Frame frame, double[] path) throws IOException;

    /** For runs of which only the account or the tracks are wanted. */
    static JoinedFrames ignored() {
        return (index, frame, path) -> {};
    }
}
