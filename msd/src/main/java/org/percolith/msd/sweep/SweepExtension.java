package org.percolith.msd.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * What a longer run at one temperature does for the extrapolated value.
 *
 * @param label of the run
 * @param temperatureK K
 * @param variancePerPs −d Var(ln σ(T₀))/d(run length), 1/ps
 * @param lnStd standard deviation of ln σ(T₀) now
 * @param lnStdAfterDoubling the same once this run is twice as long
 */
public record SweepExtension(
        String label, double temperatureK, double variancePerPs, double lnStd, double lnStdAfterDoubling) {

    /**
     * All runs of a sweep, the one that shrinks the interval fastest first.
     *
     * <p>With x₀ = (1, −1/kBT₀) and P the covariance of (ln D₀, Ea), Var = x₀ᵀP x₀. The information of run k,
     * x_k x_kᵀ/s_k², grows in proportion to its length t_k, so that −dVar/dt_k = (x₀ᵀP x_k)²/(s_k² t_k), and doubling
     * the run lowers Var by (x₀ᵀP x_k)²/(s_k² + x_kᵀP x_k) (Sherman and Morrison).
     *
     * @param points those of the sweep; ones without a measured D are passed over
     * @param durationPs run lengths by label, ps; runs without one are passed over
     * @return empty with fewer than two temperatures or without errors
     */
    public static List<SweepExtension> rank(
            List<SweepPoint> points, Map<String, Double> durationPs, double extrapolateToK) {
        List<LogPoint> measured = LogPoint.measured(points);
        long temperatures =
                measured.stream().map(p -> p.point().temperatureK()).distinct().count();
        if (temperatures < 2 || measured.stream().anyMatch(p -> p.variance() == 0)) {
            return List.of();
        }
        ArrheniusFit fit = ArrheniusFit.ofErrors(ReplicaScatter.of(measured).widened(measured));
        double target = 1 / (PhysicalConstants.BOLTZMANN_EV_PER_K * extrapolateToK);
        double variance = fit.covarianceOfLn(target, target);
        return measured.stream()
                .filter(p -> durationPs.containsKey(p.point().label()))
                .map(p -> of(p, durationPs.getOrDefault(p.point().label(), 1.0), fit, target, variance))
                .sorted(Comparator.comparingDouble(SweepExtension::variancePerPs)
                        .reversed())
                .toList();
    }

    private static SweepExtension of(
            LogPoint point, double durationPs, ArrheniusFit fit, double target, double variance) {
        double x = point.inverseTemperaturePerEv();
        double lever = fit.covarianceOfLn(target, x);
        double doubled = variance - lever * lever / (point.variance() + fit.covarianceOfLn(x, x));
        return new SweepExtension(
                point.point().label(),
                point.point().temperatureK(),
                lever * lever / (point.variance() * durationPs),
                Math.sqrt(variance),
                Math.sqrt(doubled));
    }
}
