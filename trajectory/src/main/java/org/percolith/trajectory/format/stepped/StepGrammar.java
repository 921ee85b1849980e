package org.percolith.trajectory.format.stepped;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one frame of a text is written. */
interface StepGrammar {

    /**
     * Reads the next frame.
     *
     * @return null at the end of the text
     * @throws org.percolith.trajectory.format.MalformedTrajectoryException if it is cut or damaged
     */
    @Nullable
    Step read(StepLines lines) throws IOException;
}
