package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The tracer diffusion tensor D_αβ = ½ Σ_ℓ w_ℓ ⟨Δr_α Δr_β⟩_ℓ/Δ with the weights w of the scalar fit.
 *
 * @param cm2PerS D in Cartesian axes, cm²/s
 * @param degreesOfFreedom ν of its Wishart law: std(D_xx)/D_xx = √(2/ν)
 * @param axes principal axes, largest first
 * @param isotropyProbability chance of eigenvalues at least this unequal in an isotropic medium (Bartlett's test), where
 *     all three are positive
 * @param dimensionality probabilities of 0 to 3 dimensions
 */
public record DiffusionTensor(
        SymmetricTensor cm2PerS,
        double degreesOfFreedom,
        List<PrincipalAxis> axes,
        OptionalDouble isotropyProbability,
        Dimensionality dimensionality) {

    /** Standard deviation of the shift by which equal eigenvalues are drawn together, in parts of it. */
    private static final double SHIFT_ERROR = 0.55;

    public DiffusionTensor {
        axes = List.copyOf(axes);
    }

    static DiffusionTensor of(
            MsdLine line,
            DiffusiveFit fit,
            MeanSquaredDisplacement msd,
            RunShape shape,
            Cell cell,
            double nothingDiffuses,
            DiffusionSettings settings) {
        // D = β/(6Δ) for the trace of the slope, so 3 × that unit turns the slope along one axis into D along it.
        double unit = RunShape.DIMENSIONS * settings.cm2PerSPerSlope();
        SymmetricTensor slope = fit.tensorSlope();
        double nu = 2
                * fit.slopeA2PerFrame()
                * fit.slopeA2PerFrame()
                / (RunShape.DIMENSIONS * fit.gaussianVariance() * fit.inflation());
        SymmetricTensor.Eigensystem eigen = slope.eigensystem();
        List<AxisSlope> axes = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            axes.add(AxisSlope.along(eigen.get(rank).direction(), line, fit, msd, shape));
        }
        TensorPosterior posterior = TensorPosterior.draw(axes, nu, settings.seed());
        List<PrincipalAxis> principal = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            AxisSlope axis = axes.get(rank);
            Estimate value = known(axis, nu) ? measured(axes, rank, nu) : bound(axis);
            principal.add(new PrincipalAxis(value.scaled(unit), axis.direction(), inLattice(axis.direction(), cell)));
        }
        // With so few degrees of freedom the draws say nothing on the axes.
        Dimensionality dimensionality = known(axes.get(0), nu)
                ? Dimensionality.of(posterior, nothingDiffuses, FitVerdicts.isLine(fit, settings.hopDistanceA()))
                : Dimensionality.unresolved(nothingDiffuses);
        return new DiffusionTensor(slope.scaled(unit), nu, principal, isotropy(axes, nu), dimensionality);
    }

    /** The slope along the axis exceeds both what vibration could fake and twice its own error. */
    private static boolean known(AxisSlope axis, double nu) {
        double square = axis.slopeA2PerFrame() * axis.slopeA2PerFrame();
        return axis.resolved() && ChiSquaredPosterior.resolved(axis.slopeA2PerFrame(), 2 * square / nu);
    }

    /**
     * Sorted eigenvalues repel each other, so an isotropic tensor looks anisotropic. Two equal ones λ are 8λ²/ν apart in the
     * mean square; the more of their distance this explains, v_ij = min(1, 8 λ_i λ_j/(ν (λ_i − λ_j)²)), the more they are
     * taken as one: λ_i → (λ_i + Σ_j u_ij λ_j)/(1 + Σ_j u_ij), u = v^1.5. A part of the shift adds to the error. The power 2
     * left equal axes apart (coverage 0.90), 1 drew those of 4 : 2 : 1 together (0.90): docs/calibration.md.
     */
    private static Estimate.Measured measured(List<AxisSlope> axes, int rank, double nu) {
        double own = axes.get(rank).slopeA2PerFrame();
        double sum = 0;
        double weights = 0;
        double variance = 0;
        for (int other = 0; other < axes.size(); other++) {
            double value = axes.get(other).slopeA2PerFrame();
            double gap = own - value;
            double alike = Math.max(0, 8 * own * value / nu);
            double explained = gap * gap <= alike ? 1 : alike / (gap * gap);
            double weight = other == rank ? 1 : Math.pow(explained, 1.5);
            sum += weight * value;
            weights += weight;
            variance +=
                    weight * weight * axes.get(other).std() * axes.get(other).std();
        }
        double value = sum / weights;
        double shift = SHIFT_ERROR * (value - own);
        return ChiSquaredPosterior.measured(value, variance / (weights * weights) + shift * shift);
    }

    private static Estimate.UpperBound bound(AxisSlope axis) {
        double upper = ChiSquaredPosterior.truncatedUpper95(axis.slopeA2PerFrame(), axis.std() * axis.std());
        return new Estimate.UpperBound(upper, "motion along this axis is not distinguishable from vibration");
    }

    private static Direction inLattice(Direction d, Cell cell) {
        double u = cell.fractional(d.x(), d.y(), d.z(), 0);
        double v = cell.fractional(d.x(), d.y(), d.z(), 1);
        double w = cell.fractional(d.x(), d.y(), d.z(), 2);
        double largest = Math.max(Math.abs(u), Math.max(Math.abs(v), Math.abs(w)));
        return new Direction(u / largest, v / largest, w / largest);
    }

    /** −(1 − 23/(18ν)) ν ln[det D/(tr D/3)³] ~ χ²₅ in an isotropic medium. */
    private static OptionalDouble isotropy(List<AxisSlope> axes, double nu) {
        double logDeterminant = 0;
        double mean = 0;
        for (AxisSlope axis : axes) {
            if (axis.slopeA2PerFrame() <= 0) {
                return OptionalDouble.empty();
            }
            logDeterminant += Math.log(axis.slopeA2PerFrame());
            mean += axis.slopeA2PerFrame() / 3;
        }
        double statistic = -(1 - 23 / (18 * nu)) * nu * (logDeterminant - 3 * Math.log(mean));
        return OptionalDouble.of(1 - new ChiSquaredDistribution(5).cumulativeProbability(Math.max(0, statistic)));
    }
}
