package org.percolith.cli.figure;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Estimate;

/**
 * What {@link MsdFigure} shows of one run. All curves share the lags; a curve that was not computed is an empty array.
 *
 * @param temperatureK mean temperature, K, or null where nothing states it
 * @param lagPs lags, ascending, ps
 * @param totalA2 mean squared displacement ⟨|Δr|²⟩, Å²
 * @param stdA2 standard deviation of {@code totalA2}, Å²
 * @param xxA2 ⟨Δx²⟩, Å²; {@code yyA2} and {@code zzA2} likewise
 * @param chargeA2 collective displacement ⟨|ΔP|²⟩/(N z²), Å²
 * @param fit the line through {@code totalA2}, or null where none was fitted
 * @param diffusivityCm2PerS tracer diffusivity with its interval, or why there is none
 */
public record MsdFigureData(
        String label,
        @Nullable Double temperatureK,
        double[] lagPs,
        double[] totalA2,
        double[] stdA2,
        double[] xxA2,
        double[] yyA2,
        double[] zzA2,
        double[] chargeA2,
        @Nullable FitLine fit,
        Estimate diffusivityCm2PerS) {

    /** MSD = intercept + slope · lag, fitted between two lags. */
    public record FitLine(double fromPs, double toPs, double interceptA2, double slopeA2PerPs) {
        public FitLine {
            if (!(0 <= fromPs && fromPs <= toPs)) {
                throw new IllegalArgumentException("a fit window from " + fromPs + " to " + toPs + " ps is none");
            }
        }

        double atA2(double lagPs) {
            return interceptA2 + slopeA2PerPs * lagPs;
        }
    }

    public MsdFigureData {
        int lags = lagPs.length;
        if (totalA2.length != lags) {
            throw new IllegalArgumentException(totalA2.length + " values of the MSD for " + lags + " lags");
        }
        Stream.of(stdA2, xxA2, yyA2, zzA2, chargeA2).forEach(curve -> {
            if (curve.length != 0 && curve.length != lags) {
                throw new IllegalArgumentException("a curve of " + curve.length + " values for " + lags + " lags");
            }
        });
    }

    /** {@code totalA2} plus {@code sign} standard deviations. */
    double[] bandEdgeA2(int sign) {
        double[] edge = Arrays.copyOf(totalA2, stdA2.length);
        for (int i = 0; i < edge.length; i++) {
            edge[i] += sign * stdA2[i];
        }
        return edge;
    }
}
