package org.percolith.cli.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Estimate;

/**
 * What {@link ArrheniusFigure} shows of a temperature sweep.
 *
 * @param experiment measured values, as diffusivities
 * @param line the weighted line through the used points, or null where there is none
 * @param extrapolationK the temperature extrapolated to, K
 * @param extrapolatedCm2PerS D at that temperature
 * @param activationEnergyEv Ea of D, that is −d ln D / d(1/k_B T)
 * @param conductivityMsPerCm σ at that temperature
 */
public record ArrheniusFigureData(
        String label,
        List<Point> points,
        List<Point> experiment,
        @Nullable DiffusivityCurve line,
        double extrapolationK,
        Estimate extrapolatedCm2PerS,
        Estimate activationEnergyEv,
        Estimate conductivityMsPerCm) {

    /** One run of the sweep. {@code used} is false where it was left out of the line. */
    public record Point(double temperatureK, Estimate diffusivityCm2PerS, boolean used) {
        public Point {
            if (!(temperatureK > 0)) {
                throw new IllegalArgumentException("a temperature of " + temperatureK + " K");
            }
        }
    }

    public ArrheniusFigureData {
        points = List.copyOf(points);
        experiment = List.copyOf(experiment);
        if (!(extrapolationK > 0)) {
            throw new IllegalArgumentException("an extrapolation to " + extrapolationK + " K");
        }
    }
}
