package org.percolith.msd;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.ejml.data.DMatrixRMaj;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The fitted line MSD(ℓ) = c + β ℓ at the chosen start, with every term of its uncertainty:
 *
 * <p>Var(β) = (F V_G + V_shot) φ.
 *
 * <p>V_G is the Gaussian variance from the exact covariance for equal axes, equal ions and white vibration; F the factor
 * by which {@link DisplacementCovariance} with unequal axes and ions and the memory of the cages differs from it;
 * V_shot = κ/(N n) the counting noise of discrete hops; φ = max(1, χ²/dof) the loss of independence by concerted motion,
 * χ² taken in the covariance with all of these.
 *
 * @param startLag first lag, frames
 * @param endLag last lag, frames
 * @param slopeA2PerFrame β
 * @param interceptA2 c
 * @param gaussianVariance V_G
 * @param vibrationVariance what vibration and the memory of the cages alone would scatter a slope of zero by
 * @param shotVariance V_shot
 * @param excessPerFrameA4 κ, fourth cumulant per frame
 * @param anisotropy A = 3 tr(D²)/(tr D)², the part of F that the unequal axes of the whole make
 * @param gaussianFactor F
 * @param chiSquaredPerDof χ²/dof in the covariance of white vibration without hops, before the floor at 1
 * @param fullChiSquaredPerDof χ²/dof in the full covariance, before the floor at 1
 * @param chiSquaredProbability chance of a χ² at least this large
 * @param nonGaussianAtStart α₂ at the start
 * @param localExponent d ln MSD/d ln ℓ over the window; withheld where the MSD returns to zero
 * @param hopExponent the same for the displacement beyond vibration, MSD(ℓ) - [MSD(1) - β]: below 1 while the slope falls
 * @param tensorSlope slope of ⟨Δr Δrᵀ⟩ with the same weights, Å² per frame
 * @param cages which cages the bend of the curve excludes
 */
public record DiffusiveFit(
        int startLag,
        int endLag,
        double slopeA2PerFrame,
        double interceptA2,
        double gaussianVariance,
        double vibrationVariance,
        double shotVariance,
        double excessPerFrameA4,
        double anisotropy,
        double gaussianFactor,
        double chiSquaredPerDof,
        double fullChiSquaredPerDof,
        double chiSquaredProbability,
        double nonGaussianAtStart,
        Estimate localExponent,
        Estimate hopExponent,
        SymmetricTensor tensorSlope,
        CageExclusion cages) {

    private static final int LAGS_FOR_SHOT_NOISE = 6;

    /** Times the length of the run. */
    private static final double FURTHER = 30;

    /** The fit of a tracer curve, with the scatter that hops and slow changes of mobility make in the tracks. */
    static DiffusiveFit ofTracer(MsdLine fit, MeanSquaredDisplacement msd, IonTracks tracks, TaskRunner runner) {
        int[] lags = fit.lags();
        int[] first = Arrays.copyOf(lags, Math.min(LAGS_FOR_SHOT_NOISE, lags.length));
        List<DisplacementMoments> moments = DisplacementMoments.evaluate(tracks, first, runner);
        IonUnevenness unevenness = IonUnevenness.of(fit.startLag(), tracks, runner);
        double[] excess = moments.stream()
                .mapToDouble(m -> m.excessPerFrameA4(unevenness))
                .sorted()
                .toArray();
        double median = 0.5 * (excess[(excess.length - 1) / 2] + excess[excess.length / 2]);
        DisplacementCovariance hops = DisplacementCovariance.of(fit, msd, fit.anisotropy(msd), unevenness, median);
        double slow = IonScatter.excessPerFrameA4(fit, hops, unevenness, tracks, runner);
        return of(fit, msd, unevenness, median + slow, moments.get(0).nonGaussian());
    }

    /** The fit of a collective coordinate: one walker, no shot noise. */
    static DiffusiveFit ofCollective(MsdLine fit, MeanSquaredDisplacement msd) {
        return of(fit, msd, IonUnevenness.NONE, 0, 0);
    }

    private static DiffusiveFit of(
            MsdLine fit, MeanSquaredDisplacement msd, IonUnevenness unevenness, double excess, double nonGaussian) {
        int start = fit.startLag();
        int end = fit.endLag();
        WeightedLine line = fit.line();
        double anisotropy = fit.anisotropy(msd);
        DisplacementCovariance full = DisplacementCovariance.of(fit, msd, anisotropy, unevenness, excess);
        double gaussian = ExactCovariance.variance(full.withoutHops().between(fit.lags()), line.weights());
        double vibration = ExactCovariance.variance(full.withoutSteps().between(fit.lags()), line.weights());
        double phi = GoodnessOfFit.chiSquaredPerDof(fit, msd, anisotropy);
        double fullPhi = GoodnessOfFit.chiSquaredPerDof(fit, msd, full);
        int dof = GoodnessOfFit.degreesOfFreedom(start, end);
        double probability = 1 - new ChiSquaredDistribution(dof).cumulativeProbability(phi * dof);
        double factor = gaussian / line.slopeVariance();
        return new DiffusiveFit(
                start,
                end,
                line.slope(),
                line.intercept(),
                line.slopeVariance(),
                vibration,
                excess * fit.covariance().shotVariancePerExcess(line.weights()),
                excess,
                anisotropy,
                factor,
                phi,
                fullPhi,
                probability,
                nonGaussian,
                localExponent(fit, msd, 0, excess, factor * Math.max(1, fullPhi), Math.max(1, fullPhi)),
                localExponent(
                        fit,
                        msd,
                        Math.max(0, msd.totalA2(1) - line.slope()),
                        excess,
                        factor * Math.max(1, fullPhi),
                        Math.max(1, fullPhi)),
                fit.tensorSlope(msd),
                CageExclusion.of(fit, msd, full, Math.max(1, fullPhi)));
    }

    /** Whether the slope of the displacement beyond vibration surely falls still: its exponent α is below 1. */
    public boolean slopeFalls() {
        return hopExponent instanceof Estimate.Measured alpha && alpha.upper95() < 1;
    }

    /**
     * What another {@link #FURTHER} of the run's time would leave of the slope if it went on falling as it does, D T^(α - 1);
     * 1 where it does not fall.
     */
    public double slopeLeftLater() {
        return hopExponent instanceof Estimate.Measured alpha ? Math.pow(FURTHER, Math.min(0, alpha.value() - 1)) : 1;
    }

    private static Estimate localExponent(
            MsdLine fit,
            MeanSquaredDisplacement msd,
            double vibrationA2,
            double excess,
            double gaussianFactor,
            double shotFactor) {
        int[] lags = fit.lags();
        double[] totals = Arrays.stream(msd.totalsA2(lags))
                .map(total -> total - vibrationA2)
                .toArray();
        if (Arrays.stream(totals).anyMatch(total -> total <= 0)) {
            return Estimate.withheld("the mean squared displacement returns to zero within the window");
        }
        double[] x = Arrays.stream(lags).mapToDouble(Math::log).toArray();
        double[] y = Arrays.stream(totals).map(Math::log).toArray();
        DMatrixRMaj covariance = fit.covariance().isotropic(fit.stepVarianceA2(), fit.noiseA2());
        for (int row = 0; row < lags.length; row++) {
            for (int column = 0; column < lags.length; column++) {
                covariance.data[row * lags.length + column] /= totals[row] * totals[column];
            }
        }
        WeightedLine line = GeneralisedLeastSquares.line(covariance, x, y);
        double[] weights = line.weights();
        for (int k = 0; k < weights.length; k++) {
            weights[k] /= totals[k];
        }
        double shot = excess * fit.covariance().shotVariancePerExcess(weights);
        double variance = line.slopeVariance() * gaussianFactor + shot * shotFactor;
        return Estimate.normal(line.slope(), Math.sqrt(variance));
    }

    /** φ = max(1, χ²/dof) in the full covariance: the factor by which concerted motion widens the variance. */
    public double phi() {
        return Math.max(1, fullChiSquaredPerDof);
    }

    /** Var(β), (Å² per frame)². */
    public double slopeVariance() {
        return (gaussianFactor * gaussianVariance + shotVariance) * phi();
    }

    /** Var(β)/(A V_G): what is not due to the unequal axes. */
    double inflation() {
        return slopeVariance() / (anisotropy * gaussianVariance);
    }
}
