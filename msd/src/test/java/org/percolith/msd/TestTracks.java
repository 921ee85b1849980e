package org.percolith.msd;

import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/** Tracks made from generated walks. */
final class TestTracks {

    private TestTracks() {}

    /** A walk in a cubic cell of 20 Å; already unwrapped, so the cell only sets the volume. */
    static IonTracks of(double[][] positionsA) {
        return IonTracks.ofCartesian(Cell.cubic(20), positionsA);
    }
}
