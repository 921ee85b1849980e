package org.percolith.trajectory.format.castep;

import java.util.OptionalLong;

/** Numbers frames by the times that are stated for them: one step is the interval between the first two. */
final class StepsByTime {

    private static final double TOLERANCE = 0.01;

    private double originFs = Double.NaN;
    private double previousFs;
    private double stepFs;

    /** The number of a frame; empty if its time lies between two steps. A time that falls back starts a count of its own. */
    OptionalLong label(double timeFs) {
        if (Double.isNaN(originFs)) {
            originFs = timeFs;
        } else if (stepFs == 0) {
            stepFs = Math.max(0, timeFs - previousFs);
        }
        boolean fallsBack = timeFs <= previousFs;
        previousFs = timeFs;
        if (stepFs == 0) {
            return OptionalLong.of(0);
        }
        double steps = (timeFs - originFs) / stepFs;
        long label = Math.round(steps);
        if (fallsBack) {
            originFs = timeFs - label * stepFs;
        } else if (Math.abs(steps - label) > TOLERANCE) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(label);
    }
}
