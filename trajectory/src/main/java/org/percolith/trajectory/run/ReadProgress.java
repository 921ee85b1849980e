package org.percolith.trajectory.run;

import java.nio.file.Path;

/** Told how far reading has come. */
public interface ReadProgress {

    /** Reading of a segment starts. */
    void segmentStarted(Path file, int segment, int segments);

    /** {@code frames} frames of the run have been read. */
    void framesRead(long frames);

    /** Says nothing. */
    static ReadProgress none() {
        return new ReadProgress() {
            @Override
            public void segmentStarted(Path file, int segment, int segments) {}

            @Override
            public void framesRead(long frames) {}
        };
    }
}
