package org.percolith.pathways.ledger;

import java.util.List;
import java.util.Optional;
import org.percolith.pathways.interval.ArrheniusLine;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Estimate.Measured;

/**
 * ΔH and ΔS of the hops: the weighted line ln Γ = ln ν₀ + ΔS/kB - ΔH/(kB T) over the temperatures.
 *
 * @param enthalpyEv ΔH, eV
 * @param entropyKb ΔS, kB; withheld where no run resolves ν₀
 * @param rateThz the line of Γ, with the correlation of the two errors
 */
public record LedgerSweep(Estimate enthalpyEv, Estimate entropyKb, ArrheniusLine rateThz) {

    /**
     * One temperature.
     *
     * @param rateThz Γ
     * @param attemptThz ν₀
     */
    public record Point(double temperatureK, Estimate rateThz, Estimate attemptThz) {}

    /** The line through two temperatures or more that have a rate; empty where there are fewer. */
    public static Optional<LedgerSweep> of(List<Point> points) {
        return ArrheniusLine.of(points.stream()
                        .filter(point -> point.rateThz() instanceof Measured)
                        .map(point -> new ArrheniusLine.Point(point.temperatureK(), (Measured) point.rateThz()))
                        .toList())
                .map(line ->
                        new LedgerSweep(line.energy(), entropy(points, line.intercept(), line.interceptStd()), line));
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
        return Estimate.normal(intercept - lnAttempt, Math.hypot(interceptStd, std));
    }
}
