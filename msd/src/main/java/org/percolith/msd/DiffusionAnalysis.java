package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * From unwrapped tracks in the frame of the framework to diffusivity, its tensor, collective transport and verdicts.
 *
 * <p>Method: all-origins mean squared displacement, generalised least squares with its exact covariance (Bullerjahn, von
 * Bülow and Hummer, J. Chem. Phys. 153, 024116 (2020)) from the later of a physical guard and a Lepski test, shot noise
 * and concerted motion included in the interval.
 */
public final class DiffusionAnalysis {

    private static final int FEWEST_FRAMES = 20;
    private static final double STILL_A2 = 1e-12;

    private final IonTracks tracks;
    private final DiffusionSettings settings;
    private final TaskRunner runner;
    private final RunShape shape;
    private final MeanSquaredDisplacement msd;

    /** Of all motion, that across the conducting directions included. */
    private final MeanSquaredDisplacement wholeMsd;

    private final IonTracks collectivePath;
    private final MeanSquaredDisplacement collectiveMsd;

    private DiffusionAnalysis(IonTracks whole, IonTracks tracks, DiffusionSettings settings, TaskRunner runner) {
        this.tracks = tracks;
        this.settings = settings;
        this.runner = runner;
        shape = RunShape.of(tracks);
        msd = MeanSquaredDisplacement.of(tracks, runner);
        wholeMsd = whole == tracks ? msd : MeanSquaredDisplacement.of(whole, runner);
        collectivePath = CollectivePath.of(tracks, runner);
        collectiveMsd = MeanSquaredDisplacement.of(collectivePath, runner);
    }

    /**
     * Analyses one run. Runs too short or without motion give withheld estimates or bounds, never an exception.
     *
     * @param tracks paths of the mobile ions, framework drift removed
     * @param runner does the parallel parts; the result does not depend on it
     */
    public static DiffusionResult analyze(IonTracks tracks, DiffusionSettings settings, TaskRunner runner) {
        return analyze(tracks, tracks, settings, runner);
    }

    /**
     * The same where the ions are known to be confined in some directions: D along these is zero, however slowly they
     * forget where they were across a slab, and the line is that of the others.
     *
     * @param conducting the tracks without their motion in the confined directions
     */
    public static DiffusionResult analyze(
            IonTracks tracks, IonTracks conducting, DiffusionSettings settings, TaskRunner runner) {
        DiffusionAnalysis analysis = new DiffusionAnalysis(tracks, conducting, settings, runner);
        int frames = analysis.shape.longest() + 1;
        if (frames < FEWEST_FRAMES) {
            String reason = "the longest stretch of the run has " + frames + (frames == 1 ? " frame" : " frames")
                    + "; at least " + FEWEST_FRAMES + " are needed";
            return analysis.withoutLine(TracerDiffusivity.withheld(reason), reason);
        }
        if (analysis.msd.largestA2() < STILL_A2) {
            return analysis.withoutLine(TracerDiffusivity.frozen(analysis.shape, settings), "no ion moved");
        }
        return analysis.withLine();
    }

    private DiffusionResult withLine() {
        DiffusiveStart start = DiffusiveStart.choose(msd, shape, settings.hopDistanceA());
        MsdLine line = StartCandidate.fit(start.startLag(), start.endLag(), msd, shape);
        DiffusiveFit fit = DiffusiveFit.ofTracer(line, msd, tracks, runner);
        ErrorCrossCheck check = ErrorCrossCheck.of(line, fit, tracks, runner);
        double modelVariance = start.modelVariance();
        TracerDiffusivity tracer = TracerDiffusivity.of(fit, modelVariance, check, shape, settings);
        double variance = fit.slopeVariance() * check.varianceFactor(fit.phi()) + modelVariance;
        DiffusionTensor tensor = DiffusionTensor.of(
                line,
                fit,
                msd,
                shape,
                tracks.cell(),
                nothingDiffuses(fit.slopeA2PerFrame(), variance, tracer),
                settings);
        ChargeDiffusivity.Analysis charge =
                ChargeDiffusivity.of(collectivePath, collectiveMsd, new SelfMotion(msd, start, fit), settings);
        Estimate haven = HavenRatio.of(tracer, line, tracks, charge, collectivePath, runner);
        EffectiveHops hops = EffectiveHops.of(fit.slopeA2PerFrame(), msd, shape, settings.hopDistanceA());
        Estimate.Measured mobile = MobileFraction.beyond(settings.hopDistanceA(), tracks, runner);
        List<Verdict> verdicts =
                new ArrayList<>(FitVerdicts.of(fit, start, tracer, msd, tracks.ions(), mobile, settings));
        verdicts.addAll(samplingVerdicts(hops, tracer.cm2PerS(), haven, charge.result()));
        return new DiffusionResult(
                settings,
                tracks.ions(),
                curve(Optional.of(line), Optional.of(fit)),
                Optional.of(fit),
                start.candidates().stream().map(c -> StartPoint.of(c, settings)).toList(),
                tracer,
                Optional.of(tensor),
                charge.result(),
                haven,
                conductivity(tracer, charge.result()),
                AlternativeEstimates.of(line, fit, msd, shape, settings),
                hops,
                mobile,
                ordered(verdicts));
    }

    private DiffusionResult withoutLine(TracerDiffusivity tracer, String reason) {
        ChargeDiffusivity charge = ChargeDiffusivity.withheld(reason, 0);
        Estimate haven = Estimate.withheld(reason);
        EffectiveHops hops = EffectiveHops.of(0, msd, shape, settings.hopDistanceA());
        List<Verdict> verdicts = new ArrayList<>(FitVerdicts.notApplicable(reason));
        verdicts.addAll(samplingVerdicts(hops, tracer.cm2PerS(), haven, charge));
        return new DiffusionResult(
                settings,
                tracks.ions(),
                curve(Optional.empty(), Optional.empty()),
                Optional.empty(),
                List.of(),
                tracer,
                Optional.empty(),
                charge,
                haven,
                conductivity(tracer, charge),
                AlternativeEstimates.withheld(reason),
                hops,
                MobileFraction.beyond(settings.hopDistanceA(), tracks, runner),
                ordered(verdicts));
    }

    private MsdCurve curve(Optional<MsdLine> line, Optional<DiffusiveFit> fit) {
        return new MsdCurve(wholeMsd, collectiveMsd, shape, settings.frameIntervalPs(), line, fit);
    }

    private Conductivity conductivity(TracerDiffusivity tracer, ChargeDiffusivity charge) {
        return Conductivity.of(tracks.ions(), tracks.cell(), tracer.cm2PerS(), charge.cm2PerS(), settings);
    }

    private List<Verdict> samplingVerdicts(
            EffectiveHops hops, Estimate tracer, Estimate haven, ChargeDiffusivity charge) {
        return List.of(
                SamplingVerdicts.hops(hops, tracer),
                SamplingVerdicts.box(tracks.cell(), settings.hopDistanceA()),
                SamplingVerdicts.charge(tracks.ions(), tracks.cell(), settings.chargeE()),
                SamplingVerdicts.haven(haven, charge));
    }

    /** The probability that D is too small for ten effective hops in this run. */
    private double nothingDiffuses(double slope, double variance, TracerDiffusivity tracer) {
        double hop = settings.hopDistanceA() * settings.hopDistanceA();
        double tenHops = TracerDiffusivity.FEWEST_HOPS * hop / ((double) shape.ions() * shape.total());
        return ChiSquaredPosterior.resolved(slope, variance)
                ? tracer.law().orElseThrow().probabilityBelow(tenHops * settings.cm2PerSPerSlope())
                : ChiSquaredPosterior.probabilityBelow(tenHops, slope, variance);
    }

    /** M verdicts before C verdicts, each by number. */
    private static List<Verdict> ordered(List<Verdict> verdicts) {
        return verdicts.stream()
                .sorted((a, b) -> a.id().charAt(0) == b.id().charAt(0)
                        ? a.id().compareTo(b.id())
                        : Character.compare(b.id().charAt(0), a.id().charAt(0)))
                .toList();
    }
}
