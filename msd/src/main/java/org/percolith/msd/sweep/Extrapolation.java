package org.percolith.msd.sweep;

import java.util.List;
import org.percolith.trajectory.quantity.Estimate;

/**
 * The line continued to another temperature.
 *
 * @param temperatureK K
 * @param diffusivityCm2PerS D there
 * @param conductivityMsPerCm σ there, Nernst-Einstein, with the mean carrier density of the sweep
 * @param bendLnStd standard deviation of ln D there by a bend of the line that the data do not exclude, {@link UnseenBend};
 *     not part of the intervals above, which are those of a straight line
 * @param distance (1/T − 1/T_min)/(1/T_min − 1/T_max): 0 within the sweep, 1 one sweep's length beyond it
 */
public record Extrapolation(
        double temperatureK,
        Estimate diffusivityCm2PerS,
        Estimate conductivityMsPerCm,
        double bendLnStd,
        double distance) {

    private static final double NORMAL_95 = 1.96;

    /** D with the bend in its interval. */
    public Estimate bentDiffusivityCm2PerS() {
        return bent(diffusivityCm2PerS);
    }

    /** σ with the bend in its interval. */
    public Estimate bentConductivityMsPerCm() {
        return bent(conductivityMsPerCm);
    }

    private Estimate bent(Estimate straight) {
        if (!(straight instanceof Estimate.Measured m) || bendLnStd == 0 || m.lower95() <= 0) {
            return straight;
        }
        double below = Math.hypot(Math.log(m.value() / m.lower95()), NORMAL_95 * bendLnStd);
        double above = Math.hypot(Math.log(m.upper95() / m.value()), NORMAL_95 * bendLnStd);
        return new Estimate.Measured(
                m.value(),
                Math.hypot(m.std(), m.value() * bendLnStd),
                m.value() * Math.exp(-below),
                m.value() * Math.exp(above));
    }

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
        return new Extrapolation(
                temperatureK,
                diffusivity,
                conductivity,
                UnseenBend.lnStd(temperatureK, points, line.line()),
                distance(temperatureK, points));
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
