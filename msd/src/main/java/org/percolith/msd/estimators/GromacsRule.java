package org.percolith.msd.estimators;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.percolith.msd.estimators.EstimatorRow.Printed;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * {@code gmx msd} with its defaults: a new origin every 10 ps, plain line over lags of 10 to 90 % of the run; the error
 * is the difference between lines over the two halves of that window.
 */
final class GromacsRule {

    private static final String PROGRAM = "gmx msd";
    private static final String RULE = "an origin every 10 ps, 10 to 90 % of the run, plain line";
    private static final double RESTART_PS = 10;

    private GromacsRule() {}

    static EstimatorRow of(IonTracks tracks, FrameRange piece, double frameIntervalPs, TaskRunner runner) {
        int frames = piece.frames();
        int stride = (int) Math.max(1, Math.round(RESTART_PS / frameIntervalPs));
        int first = (int) (0.1 * frames);
        int last = (int) (0.9 * frames);
        int half = (last - first + 1) / 2;
        if (half < 2) {
            return EstimatorRow.refusing(PROGRAM, RULE, "the window holds too few lags");
        }
        double[] msd = OriginDisplacement.of(tracks, piece, frames, stride, frames, runner);
        double value = slope(msd, first, last, frameIntervalPs) * 1e-4 / 6;
        double difference = Math.abs(slope(msd, first, first + half - 1, frameIntervalPs)
                        - slope(msd, first + half, first + 2 * half - 1, frameIntervalPs))
                * 1e-4
                / 6;
        Printed printed =
                new Printed(value, OptionalDouble.of(difference), first * frameIntervalPs, last * frameIntervalPs);
        return EstimatorRow.printing(
                PROGRAM, RULE, printed, "its error is the difference of two half windows, a single draw");
    }

    private static double slope(double[] msd, int from, int to, double frameIntervalPs) {
        double[] times = IntStream.rangeClosed(from, to)
                .mapToDouble(lag -> lag * frameIntervalPs)
                .toArray();
        double[] values =
                IntStream.rangeClosed(from, to).mapToDouble(lag -> msd[lag]).toArray();
        return StraightLine.fit(times, values).slope();
    }
}
