package org.percolith.msd;

import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;

/**
 * Everything the displacements of one run say. What could not be had is empty, withheld with a reason, or a bound.
 *
 * @param settings what it was computed with
 * @param ions mobile ions
 * @param curve mean squared displacement at every lag
 * @param fit the diffusive line, absent for runs too short or without motion
 * @param startCurve D as a function of the start of the fit
 * @param tracer tracer diffusivity D*
 * @param tensor diffusion tensor, principal axes and dimensionality; absent without a line
 * @param charge charge diffusivity D_σ
 * @param havenRatio Haven ratio H_R, tracer over charge diffusivity
 * @param conductivity Nernst-Einstein conductivities, not gated
 * @param alternatives D* by customary recipes
 * @param hops statistics of hops
 * @param mobileFraction share of ions that ever moved further than the hop distance
 * @param verdicts M1 to M5, M8, M9, C1, C2
 */
public record DiffusionResult(
        DiffusionSettings settings,
        int ions,
        MsdCurve curve,
        Optional<DiffusiveFit> fit,
        List<StartPoint> startCurve,
        TracerDiffusivity tracer,
        Optional<DiffusionTensor> tensor,
        ChargeDiffusivity charge,
        Estimate havenRatio,
        Conductivity conductivity,
        AlternativeEstimates alternatives,
        EffectiveHops hops,
        Estimate mobileFraction,
        List<Verdict> verdicts) {

    public DiffusionResult {
        startCurve = List.copyOf(startCurve);
        verdicts = List.copyOf(verdicts);
    }

    /** First and last lag of the fit, ps, if there is one. */
    public Optional<FitWindow> window() {
        return fit.map(
                f -> new FitWindow(f.startLag() * settings.frameIntervalPs(), f.endLag() * settings.frameIntervalPs()));
    }

    /** Time that was analysed, over all pieces, ps. */
    public double durationPs() {
        return curve.independentWindows(1) * settings.frameIntervalPs();
    }

    /** Dimensionality of the diffusion: 0 where nothing moved, absent where the run is too short. */
    public Optional<Dimensionality> dimensionality() {
        if (tensor.isPresent()) {
            return tensor.map(DiffusionTensor::dimensionality);
        }
        return tracer.cm2PerS() instanceof Estimate.UpperBound ? Optional.of(Dimensionality.zero()) : Optional.empty();
    }

    /** N/φ: ions that moved independently of one another, if there is a fit. */
    public Optional<Double> independentIons() {
        return fit.map(f -> ions / f.phi());
    }

    /** The verdict with this identifier. */
    public Verdict verdict(String id) {
        return verdicts.stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no verdict " + id));
    }

    /** First and last lag of a fit, ps. */
    public record FitWindow(double fromPs, double toPs) {}
}
