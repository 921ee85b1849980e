package org.percolith.msd.sweep;

import java.util.List;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The line continued to another temperature.
 *
 * @param temperatureK K
 * @param diffusivityCm2PerS D there
 * @param conductivityMsPerCm σ there, Nernst-Einstein, with the mean carrier density of the sweep
 * @param distance (1/T − 1/T_min)/(1/T_min − 1/T_max): 0 within the sweep, 1 one sweep's length beyond it
 */
public record Extrapolation(
        double temperatureK, Estimate diffusivityCm2PerS, Estimate conductivityMsPerCm, double distance) {

    static Extrapolation of(double temperatureK, List<LogPoint> points, SweepLine line) {
        Estimate.Measured diffusivity = line.diffusivityCm2PerS(temperatureK);
        Estimate conductivity = Estimate.withheld("the carrier density is not known for every point");
        if (densityKnown(points)) {
            // σ/D goes as 1/T at fixed density, so the mean of T σ/D is what carries over.
            double timesTemperature = points.stream()
                    .mapToDouble(p ->
                            conductivityPerDiffusivity(p.point()) * p.point().temperatureK())
                    .average()
                    .orElseThrow();
            conductivity = diffusivity.scaled(timesTemperature / temperatureK);
        }
        return new Extrapolation(temperatureK, diffusivity, conductivity, distance(temperatureK, points));
    }

    private static double distance(double temperatureK, List<LogPoint> points) {
        double coldest =
                points.stream().mapToDouble(p -> p.point().temperatureK()).min().orElseThrow();
        double hottest =
                points.stream().mapToDouble(p -> p.point().temperatureK()).max().orElseThrow();
        double below = (1 / temperatureK - 1 / coldest) / (1 / coldest - 1 / hottest);
        double above = (1 / hottest - 1 / temperatureK) / (1 / coldest - 1 / hottest);
        return Math.max(0, Math.max(below, above));
    }

    static boolean densityKnown(List<LogPoint> points) {
        return points.stream()
                .allMatch(p -> p.point().conductivityPerDiffusivityMsPerCm().isPresent());
    }

    /** σ/D of a point, mS/cm per cm²/s. */
    static double conductivityPerDiffusivity(SweepPoint point) {
        return point.conductivityPerDiffusivityMsPerCm().orElseThrow();
    }
}
