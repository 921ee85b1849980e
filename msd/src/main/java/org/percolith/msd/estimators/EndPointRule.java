package org.percolith.msd.estimators;

import java.util.OptionalDouble;
import org.percolith.msd.estimators.EstimatorRow.Printed;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/** GEMDAT 1.7: D = ⟨|r(end) − r(0)|²⟩/(6 T) with T counting one frame interval too many. */
final class EndPointRule {

    private static final String PROGRAM = "GEMDAT";
    private static final String RULE = "first and last frame only";

    private EndPointRule() {}

    static EstimatorRow of(IonTracks tracks, FrameRange piece, double frameIntervalPs) {
        double sum = 0;
        int last = piece.frames() - 1;
        double[][] path = new double[3][piece.frames()];
        for (int ion = 0; ion < tracks.ions(); ion++) {
            tracks.cartesian(ion, piece, path[0], path[1], path[2]);
            for (double[] axis : path) {
                sum += (axis[last] - axis[0]) * (axis[last] - axis[0]);
            }
        }
        double totalPs = piece.frames() * frameIntervalPs;
        double diffusivity = sum / tracks.ions() / (6 * totalPs) * 1e-4;
        Printed printed =
                new Printed(diffusivity, OptionalDouble.empty(), last * frameIntervalPs, last * frameIntervalPs);
        return EstimatorRow.printing(PROGRAM, RULE, printed, "no error; vibration is counted as diffusion");
    }
}
