package org.percolith.msd;

import java.util.Locale;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.quantity.Estimate;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** Verdicts on what was sampled: M5 (hops), M9 (box), C1 (charge), C2 (Haven ratio). */
final class SamplingVerdicts {

    private static final double SMALLEST_HEIGHT_A = 10;

    private SamplingVerdicts() {}

    /** The relative error that D* has here, by its own law. */
    static Verdict hops(EffectiveHops hops, Estimate tracer) {
        if (!(tracer instanceof Estimate.Measured measured)) {
            String message = text("Only %.1f effective hops were seen: too few for a value of D*.", hops.effective());
            return new Verdict("M5", "enough hops", Status.FAIL, hops.effective(), "a value of D*", message);
        }
        double error = measured.std() / measured.value();
        Status status = error < 0.2 ? Status.PASS : error < 0.5 ? Status.WARN : Status.FAIL;
        String message = text("%.0f effective hops; D* is known to %.0f %%.", hops.effective(), 100 * error);
        return new Verdict("M5", "enough hops", status, error, "relative error < 0.2", message);
    }

    static Verdict box(Cell cell, double hopDistanceA) {
        double height = cell.shortestHeightA();
        double needed = Math.max(SMALLEST_HEIGHT_A, 2 * hopDistanceA);
        boolean wide = height > needed;
        String message = wide
                ? text("The shortest height of the cell is %.1f Å.", height)
                : text("The cell is only %.1f Å high: an ion meets its own image; use a supercell.", height);
        return new Verdict(
                "M9", "box size", wide ? Status.PASS : Status.WARN, height, text("> %.0f Å", needed), message);
    }

    static Verdict charge(int ions, Cell cell, double chargeE) {
        if (chargeE == 0) {
            String message = "The charge of the mobile ion is not stated, so there is no conductivity.";
            return new Verdict("C1", "charge and concentration", Status.FAIL, null, "stated", message);
        }
        double perCm3 = ions / cell.volumeA3() * 1e24;
        String message =
                text("%d ions of charge %+.3g e in %.1f Å³: %.3g per cm³.", ions, chargeE, cell.volumeA3(), perCm3);
        return new Verdict("C1", "charge and concentration", Status.PASS, chargeE, "stated", message);
    }

    static Verdict haven(Estimate havenRatio, ChargeDiffusivity charge) {
        String threshold = text("at least %d independent windows", ChargeDiffusivity.FEWEST_WINDOWS);
        double windows = charge.independentWindows();
        if (havenRatio instanceof Estimate.Measured h) {
            String message = text("Haven ratio %.2f (95 %%: %.2f to %.2f).", h.value(), h.lower95(), h.upper95());
            return new Verdict("C2", "Haven ratio", Status.PASS, windows, threshold, message);
        }
        String reason = havenRatio instanceof Estimate.Withheld w ? w.reason() : "not resolved";
        String message = "The Haven ratio is withheld; " + reason + ".";
        return new Verdict("C2", "Haven ratio", Status.WARN, windows, threshold, message);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
