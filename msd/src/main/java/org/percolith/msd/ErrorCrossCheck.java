package org.percolith.msd;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * A second, independent look at the error of the slope: ψ = observed variance / predicted variance, from time blocks
 * (or replicas) where at least four fit, else from the scatter between ions. Concerted motion does not widen that
 * scatter, so it is held against the variance without φ.
 *
 * @param kind what was compared
 * @param samples blocks or ions
 * @param varianceRatio ψ; 1 if the two errors agree, and for {@link Kind#NONE}
 * @param probability two-sided chance of a ψ at least this far off, from χ² with samples − 1 degrees of freedom
 */
public record ErrorCrossCheck(Kind kind, int samples, double varianceRatio, double probability) {

    /** Source of the second error estimate. */
    public enum Kind {
        BLOCKS,
        IONS,
        NONE
    }

    private static final int TARGET_BLOCKS = 10;
    private static final int FEWEST_BLOCKS = 4;
    private static final int FEWEST_IONS = 10;
    private static final int PRIOR_WEIGHT = 10;

    static ErrorCrossCheck of(MsdLine line, DiffusiveFit fit, IonTracks tracks, TaskRunner runner) {
        List<FrameRange> blocks = blocks(fit.startLag(), tracks);
        if (blocks.size() >= FEWEST_BLOCKS) {
            return ofBlocks(line, fit, tracks, blocks, runner);
        }
        if (tracks.ions() >= FEWEST_IONS) {
            double[] slopes = new SlopeSamples(line).perIon(tracks, runner);
            double observed = StatUtils.variance(slopes) / slopes.length;
            return judged(Kind.IONS, slopes.length, observed / (fit.slopeVariance() / fit.phi()));
        }
        return new ErrorCrossCheck(Kind.NONE, 0, 1, 1);
    }

    /** Equal stretches long enough for a line from {@code startLag} on: at most ten from the whole run. */
    private static List<FrameRange> blocks(int startLag, IonTracks tracks) {
        long total = RunShape.of(tracks).total();
        int length = (int) Math.max((5L * startLag + 1) / 2 + 4, (total + TARGET_BLOCKS - 1) / TARGET_BLOCKS);
        List<FrameRange> blocks = new ArrayList<>();
        for (FrameRange piece : tracks.pieces()) {
            for (int from = piece.from(); from + length < piece.to(); from += length) {
                blocks.add(new FrameRange(from, from + length + 1));
            }
        }
        return blocks;
    }

    private static ErrorCrossCheck ofBlocks(
            MsdLine line, DiffusiveFit fit, IonTracks tracks, List<FrameRange> blocks, TaskRunner runner) {
        int intervals = blocks.get(0).frames() - 1;
        int[] lags = LagGrid.logarithmic(fit.startLag(), intervals / 2, 16);
        double[] x = new double[lags.length];
        for (int k = 0; k < lags.length; k++) {
            x[k] = lags[k];
        }
        ExactCovariance covariance = new ExactCovariance(lags, new RunShape(tracks.ions(), List.of(intervals)));
        double[] slopes = new double[blocks.size()];
        double predicted = 0;
        for (int b = 0; b < slopes.length; b++) {
            IonTracks block = tracks.withPieces(List.of(blocks.get(b)));
            double[] totals = DisplacementMoments.evaluate(block, lags, runner).stream()
                    .mapToDouble(m -> m.tensorA2().trace())
                    .toArray();
            WeightedLine blockLine = GeneralisedLeastSquares.line(
                    covariance.isotropic(line.stepVarianceA2(), line.noiseA2()), x, totals);
            slopes[b] = blockLine.slope();
            double shot = fit.excessPerFrameA4() * covariance.shotVariancePerExcess(blockLine.weights());
            predicted = (fit.gaussianFactor() * blockLine.slopeVariance() + shot) * fit.phi();
        }
        return judged(Kind.BLOCKS, slopes.length, StatUtils.variance(slopes) / predicted);
    }

    private static ErrorCrossCheck judged(Kind kind, int samples, double ratio) {
        int dof = samples - 1;
        double below = new ChiSquaredDistribution(dof).cumulativeProbability(ratio * dof);
        return new ErrorCrossCheck(kind, samples, ratio, Math.min(1, 2 * Math.min(below, 1 - below)));
    }

    /** ψ' = (10 + (B − 1) ψ)/(10 + B − 1): ψ drawn towards 1, since few blocks tell little. */
    public double shrunkRatio() {
        return kind == Kind.NONE ? 1 : (PRIOR_WEIGHT + (samples - 1) * varianceRatio) / (PRIOR_WEIGHT + samples - 1);
    }

    /** Factor by which the larger of the two error estimates exceeds the model-based variance, at least 1. */
    double varianceFactor(double phi) {
        return Math.max(1, kind == Kind.IONS ? shrunkRatio() / phi : shrunkRatio());
    }
}
