package org.percolith.msd.sweep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdicts on a sweep: A1 to A4 and A6. */
final class SweepVerdicts {

    private SweepVerdicts() {}

    static List<Verdict> withheld(List<LogPoint> used, String reason) {
        return List.of(
                temperatures(used),
                new Verdict("A2", "slope-intercept covariance", Status.NOT_APPLICABLE, null, "used", reason),
                new Verdict("A3", "one straight line", Status.NOT_APPLICABLE, null, "|z| ≤ 2", reason),
                new Verdict("A4", "extrapolation", Status.NOT_APPLICABLE, null, "< 1", reason),
                new Verdict("A6", "which activation energy", Status.NOT_APPLICABLE, null, "stated", reason));
    }

    static List<Verdict> of(
            List<LogPoint> used,
            ArrheniusFit fit,
            Optional<Curvature> curvature,
            Optional<TwoRegimes> regimes,
            List<Double> leaveOneOutEv,
            ActivationEnergies energies,
            Extrapolation extrapolation) {
        return List.of(
                temperatures(used),
                covariance(fit),
                straightness(fit, curvature, regimes, leaveOneOutEv),
                distance(extrapolation),
                convention(energies));
    }

    private static Verdict temperatures(List<LogPoint> used) {
        long passing = used.stream()
                .filter(p -> p.point().passesFitVerdicts())
                .map(p -> p.point().temperatureK())
                .distinct()
                .count();
        long all = used.stream().map(p -> p.point().temperatureK()).distinct().count();
        String message = passing == all
                ? text("%d temperatures are on the line.", all)
                : text("%d of the %d temperatures on the line pass their own verdicts.", passing, all);
        return new Verdict(
                "A1",
                "enough temperatures",
                Verdict.atLeast((double) passing, 4, 3),
                (double) passing,
                "at least 4",
                message);
    }

    private static Verdict covariance(ArrheniusFit fit) {
        String message = text(
                "Slope and intercept are correlated by %.3f; intervals of extrapolated values use that.",
                fit.correlation());
        return new Verdict("A2", "slope-intercept covariance", Status.PASS, fit.correlation(), "used", message);
    }

    private static Verdict straightness(
            ArrheniusFit fit, Optional<Curvature> curvature, Optional<TwoRegimes> regimes, List<Double> leaveOneOutEv) {
        String threshold = "|z| ≤ 2, leave-one-out shift < 1";
        if (leaveOneOutEv.isEmpty()) {
            String message = "Too few temperatures to see whether the line is straight.";
            return new Verdict("A3", "one straight line", Status.NOT_APPLICABLE, null, threshold, message);
        }
        if (regimes.isPresent() && regimes.get().significant(fit.chiSquared())) {
            TwoRegimes two = regimes.get();
            String message = text(
                    "Two regimes: Ea %.3f eV below and %.3f eV above %.0f K; one line must not be extrapolated.",
                    two.cold().activationEnergyEv(), two.hot().activationEnergyEv(), two.breakK());
            return new Verdict("A3", "one straight line", Status.FAIL, two.breakK(), "one regime", message);
        }
        double std = Math.sqrt(fit.activationEnergyVariance());
        double shift = leaveOneOutEv.stream()
                .mapToDouble(e -> Math.abs(e - fit.activationEnergyEv()) / std)
                .max()
                .orElse(0);
        double bend = curvature.map(Curvature::significance).orElse(0.0);
        Status status = Math.abs(bend) > 3 ? Status.FAIL : Math.abs(bend) > 2 || shift >= 1 ? Status.WARN : Status.PASS;
        String message = text(
                "Curvature %.1f standard errors; leaving one point out moves Ea by at most %.2f standard errors.",
                bend, shift);
        return new Verdict("A3", "one straight line", status, shift, threshold, message);
    }

    private static Verdict distance(Extrapolation extrapolation) {
        double distance = extrapolation.distance();
        Status status = distance < 1 ? Status.PASS : Status.WARN;
        String message = distance == 0
                ? text("%.0f K lies within the sweep.", extrapolation.temperatureK())
                : text(
                        "%.0f K lies %.1f times the width of the sweep (in 1/T) beyond it; a bend that the sweep cannot show"
                                + " may change D there by a factor of %.2f (one standard error).",
                        extrapolation.temperatureK(), distance, Math.exp(extrapolation.bendLnStd()));
        return new Verdict("A4", "extrapolation", status, distance, "< 1", message);
    }

    private static Verdict convention(ActivationEnergies energies) {
        String message = text(
                "Ea: %s of D, %s of σT, %s of σ; say which one you quote.",
                electronVolt(energies.ofDiffusivityEv()),
                electronVolt(energies.ofConductivityTEv()),
                electronVolt(energies.ofConductivityEv()));
        return new Verdict("A6", "which activation energy", Status.PASS, null, "stated", message);
    }

    private static String electronVolt(Estimate energy) {
        return energy instanceof Estimate.Measured m ? text("%.3f ± %.3f eV", m.value(), m.std()) : "none";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
