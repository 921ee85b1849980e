package org.percolith.msd;

import java.util.Optional;

/**
 * The mean squared displacement as it is plotted: total with its standard deviation, tensor, collective part and number
 * of independent windows, at every lag 0 to {@link #maxLag()} frames. Immutable.
 */
public final class MsdCurve {

    private final MeanSquaredDisplacement tracer;
    private final MeanSquaredDisplacement collective;
    private final RunShape shape;
    private final double frameIntervalPs;
    private final Optional<MsdLine> line;
    private final Optional<DiffusiveFit> fit;

    MsdCurve(
            MeanSquaredDisplacement tracer,
            MeanSquaredDisplacement collective,
            RunShape shape,
            double frameIntervalPs,
            Optional<MsdLine> line,
            Optional<DiffusiveFit> fit) {
        this.tracer = tracer;
        this.collective = collective;
        this.shape = shape;
        this.frameIntervalPs = frameIntervalPs;
        this.line = line;
        this.fit = fit;
    }

    /** Largest lag, frames. */
    public int maxLag() {
        return tracer.maxLag();
    }

    public double lagPs(int lag) {
        return lag * frameIntervalPs;
    }

    /** ⟨|Δr|²⟩, Å². */
    public double totalA2(int lag) {
        return tracer.totalA2(lag);
    }

    /** ⟨Δr Δrᵀ⟩, Å². */
    public SymmetricTensor tensorA2(int lag) {
        return tracer.tensorA2(lag);
    }

    /** ⟨|Σ z Δr|²⟩/(N z²), Å². */
    public double chargeA2(int lag) {
        return collective.totalA2(lag);
    }

    /** Windows of this lag that do not overlap, per ion. */
    public long independentWindows(int lag) {
        return shape.independentWindows(lag);
    }

    /**
     * Standard deviation of the total from the exact covariance, widened by A, shot noise and φ of the fit, Å². At lags
     * before the fitted line the displacement is taken as partly diffusive, partly vibration, as its size demands.
     */
    public double stdA2(int lag) {
        double total = tracer.totalA2(lag);
        if (lag == 0 || total == 0) {
            return 0;
        }
        double perFrame = total / lag;
        double diffusive = line.map(l -> Math.min(perFrame, RunShape.DIMENSIONS * l.stepVarianceA2()))
                .orElse(perFrame);
        double step = diffusive / RunShape.DIMENSIONS;
        double noise = Math.max(0, total - diffusive * lag) / RunShape.DIMENSIONS;
        ExactCovariance covariance = new ExactCovariance(new int[] {lag}, shape);
        double gaussian = covariance.isotropic(step, noise).data[0];
        double shotPerExcess = covariance.shotVariancePerExcess(new double[] {1});
        double variance = fit.map(f -> (f.gaussianFactor() * gaussian + f.excessPerFrameA4() * shotPerExcess) * f.phi())
                .orElse(gaussian);
        return Math.sqrt(variance);
    }
}
