package org.percolith.trajectory.run;

import org.percolith.trajectory.IonTracks;

/**
 * One run, read and joined: unwrapped tracks in the frame in which the framework's centre of mass rests.
 *
 * @param info what was read and how far to trust it
 * @param ions tracks of the mobile ions; their pieces are the frames to be used
 * @param framework tracks of the drift reference; no ions if every atom is mobile
 */
public record Run(RunInfo info, IonTracks ions, IonTracks framework) implements AutoCloseable {

    @Override
    public void close() {
        ions.close();
        framework.close();
    }
}
