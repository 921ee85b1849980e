package org.percolith.msd.estimators;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.percolith.msd.MsdCurve;
import org.percolith.msd.estimators.EstimatorRow.Printed;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/** The three modes of {@code DiffusionAnalyzer} of pymatgen-analysis-diffusion 2025.11. */
final class PymatgenRule {

    private static final String PROGRAM = "pymatgen";
    private static final int MIN_OBSERVATIONS = 30;
    private static final int LAGS = 200;

    /** The program's floor of a slope, Å²/fs. */
    private static final double SMALLEST_SLOPE_A2_PER_FS = 1e-15;

    /** Å²/fs of a slope to cm²/s of D in three dimensions. */
    private static final double CM2_PER_S = 1.0 / 60;

    private PymatgenRule() {}

    /**
     * {@code smoothed="max"}, the default: all origins, lags from 1 ps to N·frames/30 (at most the whole run) in about
     * 200 steps, line with weights 1/t.
     */
    static EstimatorRow smoothedMax(MsdCurve curve, int ions, double frameIntervalFs) {
        String rule = "smoothed=max: all origins, from 1 ps to the end, weights 1/t";
        int frames = curve.maxLag() + 1;
        int first = (int) (1000 / frameIntervalFs);
        int end = (int) Math.min((long) ions * frames / MIN_OBSERVATIONS, frames);
        if (first >= end || first == 0) {
            return EstimatorRow.refusing(PROGRAM, rule, "it says: not enough data to calculate diffusivity");
        }
        int stride = Math.max((end - first) / LAGS, 1);
        int[] lags =
                IntStream.iterate(first, lag -> lag < end, lag -> lag + stride).toArray();
        double[] msd = Arrays.stream(lags).mapToDouble(curve::totalA2).toArray();
        double[] times =
                Arrays.stream(lags).mapToDouble(lag -> lag * frameIntervalFs).toArray();
        double[] weights = Arrays.stream(times).map(t -> 1 / t).toArray();
        if (lags.length < 3) {
            return EstimatorRow.refusing(PROGRAM, rule, "it stops with an index error: fewer than three lags");
        }
        return printed(rule, times, StraightLine.fit(times, msd, weights));
    }

    /** {@code smoothed=False}: displacement from the first frame, plain line from lag 0 on. */
    static EstimatorRow unsmoothed(IonTracks tracks, FrameRange piece, double frameIntervalFs, TaskRunner runner) {
        String rule = "smoothed=False: one origin, whole run, plain line";
        return fromOrigins(rule, 1, piece.frames(), tracks, piece, frameIntervalFs, runner);
    }

    /** {@code smoothed="constant"}: the first {@code origins} frames as origins at every lag, plain line from lag 0 on. */
    static EstimatorRow constant(
            int origins, IonTracks tracks, FrameRange piece, double frameIntervalFs, TaskRunner runner) {
        String rule = "smoothed=constant: the first " + origins + " frames as origins, plain line";
        if (piece.frames() - origins < 3) {
            return EstimatorRow.refusing(PROGRAM, rule, "it says: not enough data to calculate diffusivity");
        }
        return fromOrigins(rule, origins, piece.frames() - origins, tracks, piece, frameIntervalFs, runner);
    }

    private static EstimatorRow fromOrigins(
            String rule,
            int origins,
            int lags,
            IonTracks tracks,
            FrameRange piece,
            double frameIntervalFs,
            TaskRunner runner) {
        double[] msd = OriginDisplacement.of(tracks, piece, origins, 1, lags, runner);
        double[] times = IntStream.range(0, lags)
                .mapToDouble(lag -> lag * frameIntervalFs)
                .toArray();
        return printed(rule, times, StraightLine.fit(times, msd));
    }

    private static EstimatorRow printed(String rule, double[] timesFs, StraightLine line) {
        boolean floored = line.slope() < SMALLEST_SLOPE_A2_PER_FS;
        Printed printed = new Printed(
                Math.max(line.slope(), SMALLEST_SLOPE_A2_PER_FS) * CM2_PER_S,
                OptionalDouble.of(line.slopeStd() * CM2_PER_S),
                timesFs[0] / 1000,
                timesFs[timesFs.length - 1] / 1000);
        String remark = floored
                ? "the slope is negative; the program prints its floor"
                : "its error takes neighbouring lags as independent: far too small";
        return EstimatorRow.printing(PROGRAM, rule, printed, remark);
    }
}
