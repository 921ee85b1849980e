package org.percolith.msd;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdicts on the fitted line: M1 to M4 and M8. */
final class FitVerdicts {

    static final double PHI_PASS = 2.5;
    static final double PHI_WARN = 5;

    /** Between these shares of ions that ever got farther than a hop, two populations are told. */
    private static final double FEW = 0.05;

    private static final double MOST = 0.9;

    /** Two errors further apart than this are those of a run that changes with time; the larger is reported in any case. */
    private static final double FAR_APART = 4;

    private FitVerdicts() {}

    /** The verdicts of a run without a line, because of {@code reason}. */
    static List<Verdict> notApplicable(String reason) {
        return List.of(
                verdict("M1", "line fits", Status.NOT_APPLICABLE, null, "φ ≤ 2.5", reason),
                verdict("M2", "local exponent", Status.NOT_APPLICABLE, null, "0.9 to 1.1", reason),
                verdict("M3", "fit window", Status.NOT_APPLICABLE, null, "above the cage, below half the run", reason),
                verdict("M4", "choice of window", Status.NOT_APPLICABLE, null, "< 15 %", reason),
                verdict("M8", "two errors agree", Status.NOT_APPLICABLE, null, "within a factor 2", reason));
    }

    static List<Verdict> of(
            DiffusiveFit fit,
            DiffusiveStart start,
            TracerDiffusivity tracer,
            MeanSquaredDisplacement msd,
            int ions,
            Estimate.Measured mobileFraction,
            DiffusionSettings settings) {
        return List.of(
                line(fit, ions, mobileFraction, settings),
                exponent(fit.localExponent(), fit.phi()),
                window(fit, start, msd, settings),
                choice(start, settings),
                errors(tracer));
    }

    /**
     * φ ≤ 5, or more with a local exponent of 0.9 to 1.1: then ions diffuse, in large groups; or φ ≤ 2.5 once the memory of
     * the cages is accounted for, with a full hop between the ends of the line: then they escape from wide cages.
     */
    static boolean isLine(DiffusiveFit fit, double hopDistanceA) {
        boolean linear = fit.localExponent() instanceof Estimate.Measured exponent
                && exponent.value() >= 0.9
                && exponent.value() <= 1.1;
        double rise = fit.slopeA2PerFrame() * (fit.endLag() - fit.startLag());
        boolean escapes = fit.phi() <= PHI_PASS && rise >= hopDistanceA * hopDistanceA;
        return fit.chiSquaredPerDof() <= PHI_WARN || linear || escapes;
    }

    private static Verdict line(
            DiffusiveFit fit, int ions, Estimate.Measured mobileFraction, DiffusionSettings settings) {
        double phi = fit.chiSquaredPerDof();
        Status status = Verdict.atMost(phi, PHI_PASS, PHI_WARN);
        String message =
                switch (status) {
                    case PASS -> text("The line fits; %.0f of %d ions moved independently.", ions / fit.phi(), ions);
                    case WARN ->
                        text(
                                "The line fits poorly: ions move together (as %.0f independent ones of %d), or the motion"
                                        + " is not yet diffusive.",
                                ions / fit.phi(), ions);
                    default -> noLine(ions, mobileFraction, settings);
                };
        return verdict("M1", "line fits", status, phi, "φ ≤ 2.5", message);
    }

    private static String noLine(int ions, Estimate.Measured mobileFraction, DiffusionSettings settings) {
        return mobileFraction.value() > FEW && mobileFraction.value() < MOST
                ? text(
                        "No line fits: %.0f of %d ions got farther than a hop of %.1f Å from where they began, the others"
                                + " did not. One line cannot describe both; --regions auto tells whether they are in"
                                + " different places, jumps.csv which ions they are.",
                        mobileFraction.value() * ions, ions, settings.hopDistanceA())
                : "No line fits: on this time scale the ions rattle in cages, or escape too rarely.";
    }

    /**
     * An exponent below 0.8 fails only where the line does not fit either: cages lift the whole line, which lowers
     * d ln MSD/d ln t at short lags without making the line less straight.
     */
    private static Verdict exponent(Estimate estimate, double phi) {
        if (!(estimate instanceof Estimate.Measured exponent)) {
            String message = "The MSD returns to zero within the window: the ions only oscillate.";
            return verdict("M2", "local exponent", Status.FAIL, null, "0.9 to 1.1", message);
        }
        double value = exponent.value();
        Status status;
        if (value >= 0.9 && value <= 1.1) {
            status = Status.PASS;
        } else if (value < 0.8 && exponent.upper95() < 0.9 && phi > PHI_PASS) {
            status = Status.FAIL;
        } else {
            status = Status.WARN;
        }
        String interval = text("MSD ~ t^%.2f (95 %%: %.2f to %.2f)", value, exponent.lower95(), exponent.upper95());
        String message =
                switch (status) {
                    case PASS -> interval + ", as in diffusion.";
                    case FAIL -> interval + ": sub-diffusive; run longer, or the ions are confined.";
                    default -> interval + ": not clearly the 1 of diffusion; a longer run would tell.";
                };
        return verdict("M2", "local exponent", status, value, "0.9 to 1.1", message);
    }

    private static Verdict window(
            DiffusiveFit fit, DiffusiveStart start, MeanSquaredDisplacement msd, DiffusionSettings settings) {
        double hop = settings.hopDistanceA() * settings.hopDistanceA();
        double rise = msd.totalA2(fit.endLag()) - msd.totalA2(fit.startLag());
        String threshold = text("MSD rises by %.1f Å² inside and starts above it", 0.5 * hop);
        String lags = text(
                "Fitted from %.3g to %.3g ps",
                fit.startLag() * settings.frameIntervalPs(), fit.endLag() * settings.frameIntervalPs());
        if (rise < 0.5 * hop) {
            String message = lags
                    + text(
                            ": the MSD rises by only %.1f Å² inside, less than half a hop of %.1f Å squared.",
                            rise, settings.hopDistanceA());
            return verdict("M3", "fit window", Status.FAIL, rise, threshold, message);
        }
        if (!start.accepted()) {
            String message = lags + ": the slope still changes with the start of the fit; run longer.";
            return verdict("M3", "fit window", Status.WARN, rise, threshold, message);
        }
        if (msd.totalA2(fit.startLag()) < 0.5 * hop) {
            String message = lags + ": it starts before the mean ion has hopped; jumps back may still be in the slope.";
            return verdict("M3", "fit window", Status.WARN, rise, threshold, message);
        }
        return verdict("M3", "fit window", Status.PASS, rise, threshold, lags + ", beyond the cages.");
    }

    private static Verdict choice(DiffusiveStart start, DiffusionSettings settings) {
        List<StartCandidate> others = start.alternatives();
        if (others.isEmpty()) {
            return verdict(
                    "M4",
                    "choice of window",
                    Status.NOT_APPLICABLE,
                    null,
                    "< 15 %",
                    "The run is too short for another window to compare with.");
        }
        double change = start.largestRelativeChange();
        Status status = change < 0.15 ? Status.PASS : change < 0.3 ? Status.WARN : Status.FAIL;
        String message = text(
                "D changes by up to %.0f %% when the fit starts anywhere from %.3g to %.3g ps.",
                100 * change,
                others.get(0).startLag() * settings.frameIntervalPs(),
                others.get(others.size() - 1).startLag() * settings.frameIntervalPs());
        return verdict("M4", "choice of window", status, change, "< 15 %", message);
    }

    private static Verdict errors(TracerDiffusivity tracer) {
        ErrorCrossCheck check = tracer.crossCheck();
        boolean valued = tracer.cm2PerS() instanceof Estimate.Measured;
        if (check.kind() == ErrorCrossCheck.Kind.NONE || !valued) {
            return verdict(
                    "M8",
                    "two errors agree",
                    Status.NOT_APPLICABLE,
                    null,
                    "within a factor 2",
                    valued
                            ? "Too few blocks and ions for a second error estimate."
                            : "There is no value of D whose error could be compared.");
        }
        double factor = Math.sqrt(check.varianceRatio());
        boolean agrees = factor >= 0.5 && factor <= 2;
        boolean apart = (factor < 1 / FAR_APART || factor > FAR_APART) && check.probability() < 0.01;
        Status status = agrees ? Status.PASS : apart ? Status.FAIL : Status.WARN;
        String source = check.kind() == ErrorCrossCheck.Kind.BLOCKS
                ? text("%d stretches of time", check.samples())
                : text("the scatter of %d ions, taken as independent,", check.samples());
        String message =
                text("The error from %s is %.2f times the fitted one; the larger is reported.", source, factor);
        return verdict("M8", "two errors agree", status, factor, "within a factor 2", message);
    }

    private static Verdict verdict(
            String id, String name, Status status, @Nullable Double value, String threshold, String message) {
        return new Verdict(id, name, status, value, threshold, message);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
