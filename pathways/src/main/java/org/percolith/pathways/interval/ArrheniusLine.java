package org.percolith.pathways.interval;

import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The weighted line ln q = a - E/(kB T) through measured values of a rate or a diffusivity. Errors grow by the factor by
 * which the points lie farther from the line than they say.
 *
 * @param intercept a
 * @param energyEv E, eV
 * @param interceptStd error of a
 * @param energyStdEv error of E, eV
 * @param correlation of the errors of a and E; near 1, since a steeper line meets 1/T = 0 higher up
 */
public record ArrheniusLine(
        double intercept, double energyEv, double interceptStd, double energyStdEv, double correlation) {

    /**
     * One temperature.
     *
     * @param value of the quantity, positive
     */
    public record Point(double temperatureK, Measured value) {
        private double inverseEv() {
            return 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        }

        private double ln() {
            return Math.log(value.value());
        }

        private double weight() {
            return 1 / (value.relativeStd() * value.relativeStd());
        }
    }

    /** The line through two temperatures or more; empty where there are fewer. */
    public static Optional<ArrheniusLine> of(List<Point> points) {
        List<Point> used =
                points.stream().filter(point -> point.value().value() > 0).toList();
        if (used.stream().mapToDouble(Point::temperatureK).distinct().count() < 2) {
            return Optional.empty();
        }
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Point point : used) {
            double weight = point.weight();
            s += weight;
            sx += weight * point.inverseEv();
            sy += weight * point.ln();
            sxx += weight * point.inverseEv() * point.inverseEv();
            sxy += weight * point.inverseEv() * point.ln();
        }
        double determinant = s * sxx - sx * sx;
        double slope = (s * sxy - sx * sy) / determinant;
        double intercept = (sy - slope * sx) / s;
        double scatter = scatter(used, slope, intercept);
        return Optional.of(new ArrheniusLine(
                intercept,
                -slope,
                Math.sqrt(sxx / determinant) * scatter,
                Math.sqrt(s / determinant) * scatter,
                sx / Math.sqrt(s * sxx)));
    }

    private static double scatter(List<Point> used, double slope, double intercept) {
        if (used.size() < 3) {
            return 1;
        }
        double chi2 = 0;
        for (Point point : used) {
            double off = point.ln() - intercept - slope * point.inverseEv();
            chi2 += off * off * point.weight();
        }
        return Math.sqrt(Math.max(1, chi2 / (used.size() - 2)));
    }

    /** E with its interval, eV. */
    public Measured energy() {
        return Estimate.normal(energyEv, energyStdEv);
    }

    /** The quantity at a temperature, with the log-normal interval of the line. */
    public Measured at(double temperatureK) {
        double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK);
        double ln = intercept - energyEv * x;
        double variance = interceptStd * interceptStd
                + x * x * energyStdEv * energyStdEv
                - 2 * x * correlation * interceptStd * energyStdEv;
        double std = Math.sqrt(Math.max(0, variance));
        double value = Math.exp(ln);
        return new Measured(value, value * std, value * Math.exp(-1.96 * std), value * Math.exp(1.96 * std));
    }

    /**
     * The temperature at which the quantity reaches a value, K, with an error from the line's at that place.
     *
     * @return empty where the line does not rise with temperature, or never gets there
     */
    public Optional<Measured> temperatureK(double value) {
        double steps = intercept - Math.log(value);
        if (!(energyEv > 0) || !(steps > 0)) {
            return Optional.empty();
        }
        double temperatureK = energyEv / (PhysicalConstants.BOLTZMANN_EV_PER_K * steps);
        double lnStd = at(temperatureK).relativeStd();
        return Optional.of(Estimate.normal(temperatureK, temperatureK * lnStd / steps));
    }
}
