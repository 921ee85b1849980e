package org.percolith.msd;

import java.util.Optional;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The charge diffusivity D_σ of the collective displacement, D_σ = lim ⟨|Σ z Δr|²⟩/(6 N z² t).
 *
 * @param cm2PerS D_σ, cm²/s
 * @param fit the fitted line, absent where there is none
 * @param independentWindows windows of the start lag that do not overlap
 */
public record ChargeDiffusivity(Estimate cm2PerS, Optional<DiffusiveFit> fit, long independentWindows) {

    static final long FEWEST_WINDOWS = 3;
    private static final double STILL_A2 = 1e-12;

    /** The line and what was measured with it; the line itself serves the Haven ratio. */
    record Analysis(ChargeDiffusivity result, Optional<MsdLine> line) {}

    /**
     * Fits the collective curve up to a quarter of the longest piece.
     *
     * @param path the collective coordinate, one pseudo-ion
     * @param tracer what single ions do, from which the start follows
     */
    static Analysis of(IonTracks path, MeanSquaredDisplacement msd, SelfMotion tracer, DiffusionSettings settings) {
        RunShape shape = RunShape.of(path);
        int endLag = shape.longest() / 4;
        CollectiveStart first = CollectiveStart.choose(tracer, shape, endLag);
        long windows = shape.independentWindows(first.lag());
        if (endLag < first.lag() + 2 || windows < FEWEST_WINDOWS) {
            return without("the run holds fewer than three independent windows of collective motion", windows);
        }
        if (msd.totalA2(endLag) < STILL_A2) {
            return without("the mobile ions as a whole do not move in this reference frame", windows);
        }
        DiffusiveStart start =
                DiffusiveStart.scan(msd, shape, first.lag(), tracer.start().guard(), endLag);
        windows = shape.independentWindows(start.startLag());
        MsdLine line = StartCandidate.fit(start.startLag(), endLag, msd, shape);
        DiffusiveFit fit = DiffusiveFit.ofCollective(line, msd);
        double bias = start.startLag() == first.lag() ? first.biasA2PerFrame() : 0;
        double slope = fit.slopeA2PerFrame() - bias;
        // One walker's slope has an error in parts of itself.
        double scale = slope > 0 && fit.slopeA2PerFrame() > 0 ? slope / fit.slopeA2PerFrame() : 1;
        double variance = fit.slopeVariance() * scale * scale
                + start.modelVariance()
                + bias * bias
                + tracer.countingVariance(slope);
        double unit = settings.cm2PerSPerSlope();
        Estimate estimate = ChiSquaredPosterior.resolved(slope, variance)
                ? ChiSquaredPosterior.measured(slope, variance).scaled(unit)
                : new Estimate.UpperBound(
                        ChiSquaredPosterior.truncatedUpper95(slope, variance) * unit,
                        "the collective displacement does not rise by more than twice its error");
        return new Analysis(new ChargeDiffusivity(estimate, Optional.of(fit), windows), Optional.of(line));
    }

    private static Analysis without(String reason, long windows) {
        return new Analysis(withheld(reason, windows), Optional.empty());
    }

    static ChargeDiffusivity withheld(String reason, long windows) {
        return new ChargeDiffusivity(Estimate.withheld(reason), Optional.empty(), windows);
    }
}
