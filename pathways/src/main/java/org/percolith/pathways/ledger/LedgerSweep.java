package org.percolith.pathways.ledger;

import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * ΔH and ΔS of the hops: the weighted line ln Γ = ln ν₀ + ΔS/kB - ΔH/(kB T) over the temperatures.
 *
 * @param enthalpyEv ΔH, eV
 * @param entropyKb ΔS, kB; withheld where no run resolves ν₀
 * @param correlation of the two errors; near 1, since a steeper line meets 1/T = 0 higher up
 */
public record LedgerSweep(Estimate enthalpyEv, Estimate entropyKb, double correlation) {

    private static final double Z95 = 1.959963984540054;

    /**
     * One temperature.
     *
     * @param rateThz Γ
     * @param attemptThz ν₀
     */
    public record Point(double temperatureK, Estimate rateThz, Estimate attemptThz) {}

    /** The line through two temperatures or more that have a rate; empty where there are fewer. */
    public static Optional<LedgerSweep> of(List<Point> points) {
        List<Point> used = points.stream()
                .filter(point -> point.rateThz() instanceof Measured)
                .toList();
        if (used.stream().mapToDouble(Point::temperatureK).distinct().count() < 2) {
            return Optional.empty();
        }
        double s = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (Point point : used) {
            Measured rate = (Measured) point.rateThz();
            double weight = 1 / (rate.relativeStd() * rate.relativeStd());
            double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * point.temperatureK());
            s += weight;
            sx += weight * x;
            sy += weight * Math.log(rate.value());
            sxx += weight * x * x;
            sxy += weight * x * Math.log(rate.value());
        }
        double determinant = s * sxx - sx * sx;
        double slope = (s * sxy - sx * sy) / determinant;
        double intercept = (sy - slope * sx) / s;
        double scatter = scatter(used, slope, intercept);
        double slopeStd = Math.sqrt(s / determinant) * scatter;
        double interceptStd = Math.sqrt(sxx / determinant) * scatter;
        return Optional.of(new LedgerSweep(
                normal(-slope, slopeStd), entropy(points, intercept, interceptStd), sx / Math.sqrt(s * sxx)));
    }

    /** The factor by which points lie farther from the line than their errors; at least 1. */
    private static double scatter(List<Point> used, double slope, double intercept) {
        if (used.size() < 3) {
            return 1;
        }
        double chi2 = 0;
        for (Point point : used) {
            Measured rate = (Measured) point.rateThz();
            double x = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * point.temperatureK());
            double off = (Math.log(rate.value()) - intercept - slope * x) / rate.relativeStd();
            chi2 += off * off;
        }
        return Math.sqrt(Math.max(1, chi2 / (used.size() - 2)));
    }

    private static Estimate entropy(List<Point> points, double intercept, double interceptStd) {
        List<Measured> attempts = points.stream()
                .map(Point::attemptThz)
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .toList();
        if (attempts.isEmpty()) {
            return Estimate.withheld("no run resolves ν₀: ΔS/kB = ln Γ(1/T = 0) - ln ν₀ needs it");
        }
        double lnAttempt = attempts.stream()
                .mapToDouble(nu -> Math.log(nu.value()))
                .average()
                .orElseThrow();
        double std = attempts.stream().mapToDouble(Measured::relativeStd).max().orElseThrow();
        return normal(intercept - lnAttempt, Math.hypot(interceptStd, std));
    }

    private static Measured normal(double value, double std) {
        return new Measured(value, std, value - Z95 * std, value + Z95 * std);
    }
}
