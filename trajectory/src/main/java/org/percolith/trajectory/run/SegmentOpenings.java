package org.percolith.trajectory.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;

/** The first two frames of every segment of a run. Replicas may start alike, but they do not go on alike. */
final class SegmentOpenings {

    private static final double SAME_FRAME_A = 2e-3;

    private final RunFiles run;
    private final Map<Path, Opening> openings = new LinkedHashMap<>();

    /** Fractional positions of the first two frames of a segment. */
    private record Opening(double[] first, double[] second) {}

    SegmentOpenings(RunFiles run) {
        this.run = run;
    }

    /**
     * Enters a segment.
     *
     * @throws TrajectoryException if it opens with the two frames of an earlier one: both hold the same stretch of the run
     */
    void add(Path file, double[] first, Frame second) {
        openings.forEach((earlier, opening) -> {
            if (samePositions(second.cell(), second.fractional(), opening.second())
                    && samePositions(second.cell(), first, opening.first())) {
                throw new TrajectoryException(file + " starts with the same frames as " + earlier
                        + ": both hold the same stretch of the run. Name the file to be used instead of " + run.path());
            }
        });
        openings.put(file, new Opening(first, second.fractional().clone()));
    }

    private static boolean samePositions(Cell cell, double[] fractional, double[] positions) {
        MinimumImage image = new MinimumImage(cell);
        double[] step = new double[3];
        for (int at = 0; at < positions.length; at += 3) {
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = fractional[at + axis] - positions[at + axis];
            }
            if (image.reduce(step, 0) > SAME_FRAME_A * SAME_FRAME_A) {
                return false;
            }
        }
        return true;
    }
}
