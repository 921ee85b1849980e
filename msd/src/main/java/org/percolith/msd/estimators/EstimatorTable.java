package org.percolith.msd.estimators;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.percolith.msd.DiffusionResult;
import org.percolith.msd.MsdCurve;
import org.percolith.msd.estimators.EstimatorRow.Printed;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The same data by the rules of other programs, side by side with ours; each with the error that the program itself
 * claims. All rules see the tracks in the frame of the framework. A run in several pieces is read by those that take
 * chosen origins in its longest piece.
 *
 * @param percolith D* of this program
 * @param rows one for each rule
 */
public record EstimatorTable(Estimate percolith, List<EstimatorRow> rows) {

    private static final int CONSTANT_ORIGINS = 1000;

    public EstimatorTable {
        rows = List.copyOf(rows);
    }

    /**
     * The table of one run.
     *
     * @param tracks what was analysed
     * @param result of {@link org.percolith.msd.DiffusionAnalysis} for these tracks
     */
    public static EstimatorTable of(IonTracks tracks, DiffusionResult result, TaskRunner runner) {
        MsdCurve curve = result.curve();
        double intervalPs = result.settings().frameIntervalPs();
        double intervalFs = 1000 * intervalPs;
        FrameRange piece = tracks.pieces().stream()
                .max(Comparator.comparingInt(FrameRange::frames))
                .orElseThrow();
        Estimate percolith = result.tracer().cm2PerS();
        if (piece.frames() < 4) {
            return new EstimatorTable(percolith, List.of());
        }
        return new EstimatorTable(
                percolith,
                List.of(
                        PymatgenRule.smoothedMax(curve, tracks.ions(), intervalFs),
                        PymatgenRule.constant(CONSTANT_ORIGINS, tracks, piece, intervalFs, runner),
                        PymatgenRule.unsmoothed(tracks, piece, intervalFs, runner),
                        MoGroupRule.of(
                                curve::totalA2,
                                curve.maxLag(),
                                tracks.ions(),
                                result.settings().hopDistanceA(),
                                intervalPs),
                        EndPointRule.of(tracks, piece, intervalPs),
                        GromacsRule.of(tracks, piece, intervalPs, runner),
                        plainLine(curve, intervalPs)));
    }

    private static EstimatorRow plainLine(MsdCurve curve, double intervalPs) {
        String program = "least squares";
        String rule = "all origins, 10 to 50 % of the run, plain line";
        int first = Math.max(1, curve.maxLag() / 10);
        int last = curve.maxLag() / 2;
        if (last - first < 2) {
            return EstimatorRow.refusing(program, rule, "the window holds too few lags");
        }
        double[] times =
                IntStream.rangeClosed(first, last).mapToDouble(curve::lagPs).toArray();
        double[] msd =
                IntStream.rangeClosed(first, last).mapToDouble(curve::totalA2).toArray();
        StraightLine line = StraightLine.fit(times, msd);
        Printed printed = new Printed(
                line.slope() * 1e-4 / 6,
                OptionalDouble.of(line.slopeStd() * 1e-4 / 6),
                first * intervalPs,
                last * intervalPs);
        return EstimatorRow.printing(
                program, rule, printed, "its error takes neighbouring lags as independent: far too small");
    }
}
