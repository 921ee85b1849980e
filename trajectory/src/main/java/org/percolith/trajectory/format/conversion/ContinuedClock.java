package org.percolith.trajectory.format.conversion;

import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Frame;

/** Lets step labels and times go on where a restart begins to count anew, by the spacing of the frames before. */
final class ContinuedClock {

    private long lastLabel = Frame.NO_LABEL;
    private long labelSpacing = 1;
    private long labelOffset;
    private @Nullable Double lastTimeFs;
    private double timeSpacingFs = 1;
    private double timeOffsetFs;

    /** Gives {@code target} the label and the time of {@code source}, moved so that they follow those before. */
    void set(Frame source, Frame target) {
        target.setStepLabel(label(source.stepLabel()));
        target.setTimeFs(timeFs(source.timeFs()));
    }

    private long label(long stored) {
        if (stored == Frame.NO_LABEL) {
            return stored;
        }
        if (lastLabel != Frame.NO_LABEL) {
            if (stored + labelOffset <= lastLabel) {
                labelOffset = lastLabel + labelSpacing - stored;
            } else {
                labelSpacing = stored + labelOffset - lastLabel;
            }
        }
        lastLabel = stored + labelOffset;
        return lastLabel;
    }

    private @Nullable Double timeFs(@Nullable Double stored) {
        if (stored == null) {
            return null;
        }
        Double last = lastTimeFs;
        if (last != null) {
            if (stored + timeOffsetFs <= last) {
                timeOffsetFs = last + timeSpacingFs - stored;
            } else {
                timeSpacingFs = stored + timeOffsetFs - last;
            }
        }
        lastTimeFs = stored + timeOffsetFs;
        return lastTimeFs;
    }
}
