package org.percolith.trajectory.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.quantity.Verdict;
import org.percolith.trajectory.quantity.Verdict.Status;

/** The verdicts on a trajectory that need no statistics: T2 steps, T3 seams, T6 thermostat, T7 volume, F2 drift. */
final class RunVerdicts {

    private static final double LONG_STEP_A = 2.5;
    private static final double LONG_STEP_PER_HEIGHT = 0.35;
    private static final double AMBIGUOUS_PER_HEIGHT = 0.5;
    private static final double LARGE_DRIFT_A = 3;
    private static final double VOLUME_DRIFT = 0.01;

    /** MDALGO values whose thermostat leaves the dynamics intact, by name. */
    private static final Map<Integer, String> DETERMINISTIC = Map.of(2, "Nosé-Hoover", 4, "Nosé-Hoover chain");

    private static final Map<Integer, String> STOCHASTIC =
            Map.of(1, "Andersen", 3, "Langevin", 13, "multiple Andersen");

    private RunVerdicts() {}

    static Verdict steps(double longestStepA, Cell cell, boolean unwrappedByFile) {
        double heightA = cell.shortestHeightA();
        double limitA = Math.min(LONG_STEP_A, LONG_STEP_PER_HEIGHT * heightA);
        Status status = longestStepA < limitA
                ? Status.PASS
                : unwrappedByFile || longestStepA < AMBIGUOUS_PER_HEIGHT * heightA ? Status.WARN : Status.FAIL;
        String found = String.format(Locale.ROOT, "longest step between frames %.2f Å", longestStepA);
        String message =
                switch (status) {
                    case PASS -> found + ": unwrapping is unambiguous";
                    case WARN -> found + ": frames are far apart; store them more often";
                    default -> found + ", more than half the cell height: unwrapping is ambiguous";
                };
        String threshold = String.format(Locale.ROOT, "< %.2f Å pass, < %.2f Å warn", limitA, heightA / 2);
        return new Verdict("T2", "step length", status, longestStepA, threshold, message);
    }

    static Verdict seams(List<Seam> seams) {
        long breaks = count(seams, Seam.Kind.DISCONTINUOUS);
        long doubled = count(seams, Seam.Kind.DUPLICATE_FRAME);
        long reordered = count(seams, Seam.Kind.REORDERED_ATOMS);
        long mended = doubled + reordered;
        Status status = breaks > 0 ? Status.FAIL : mended > 0 ? Status.WARN : Status.PASS;
        String message = breaks > 0
                ? breaks + " of " + seams.size()
                        + (seams.size() == 1 ? " joint is a discontinuity" : " joints are discontinuities")
                        + "; no displacement is taken across them"
                : mended > 0
                        ? mended + (mended == 1 ? " joint" : " joints") + " mended (" + mending(doubled, reordered)
                                + ")"
                        : seams.isEmpty()
                                ? "one uninterrupted run"
                                : seams.size() + (seams.size() == 1 ? " joint, continuous" : " joints, all continuous");
        return new Verdict("T3", "seams", status, (double) breaks, "no discontinuity", message);
    }

    private static String mending(long doubled, long reordered) {
        String dropped = doubled == 0 ? "" : "equal frames dropped";
        String putBack = reordered == 0 ? "" : "atoms reordered";
        return dropped + (doubled > 0 && reordered > 0 ? ", " : "") + putBack;
    }

    private static long count(List<Seam> seams, Seam.Kind kind) {
        return seams.stream().filter(seam -> seam.kind() == kind).count();
    }

    static Verdict thermostat(List<MdSettings> settings) {
        String threshold = "NVE or Nosé-Hoover";
        int algorithm = -1;
        double smass = Double.NaN;
        for (MdSettings run : settings) {
            algorithm = Math.max(algorithm, run.integer("MDALGO").orElse(-1));
            smass = run.number("SMASS").orElse(smass);
        }
        if (STOCHASTIC.containsKey(algorithm)) {
            return thermostatVerdict(
                    Status.FAIL, threshold, STOCHASTIC.get(algorithm) + " dynamics: friction slows diffusion down");
        }
        if (DETERMINISTIC.containsKey(algorithm)) {
            return thermostatVerdict(
                    Status.PASS, threshold, DETERMINISTIC.get(algorithm) + " thermostat leaves the dynamics intact");
        }
        if (algorithm == 5 || smass == -1) {
            return thermostatVerdict(Status.WARN, threshold, "velocities are rescaled: dynamics nearly intact");
        }
        if (!Double.isNaN(smass)) {
            return thermostatVerdict(
                    Status.PASS,
                    threshold,
                    smass <= -3 ? "NVE dynamics" : "Nosé thermostat leaves the dynamics intact");
        }
        return thermostatVerdict(Status.NOT_APPLICABLE, threshold, "no file states the thermostat");
    }

    private static Verdict thermostatVerdict(Status status, String threshold, String message) {
        return new Verdict("T6", "thermostat", status, null, threshold, message);
    }

    /** Volume drift: mean of the last tenth against that of the first tenth. */
    static Verdict volume(boolean fixed, double firstMeanA3, double lastMeanA3) {
        @Nullable Double drift = fixed ? null : Math.abs(lastMeanA3 / firstMeanA3 - 1);
        Status status = drift == null ? Status.NOT_APPLICABLE : drift < VOLUME_DRIFT ? Status.PASS : Status.WARN;
        String message = drift == null
                ? "fixed cell"
                : String.format(
                        Locale.ROOT,
                        "volume %.1f Å3 at the start, %.1f Å3 at the end (%.2f %%)",
                        firstMeanA3,
                        lastMeanA3,
                        100 * drift);
        return new Verdict("T7", "volume drift", status, drift, "< 1 %", message);
    }

    static Verdict drift(double driftA, boolean wholeCell) {
        String what = wholeCell ? "the whole cell's centre of mass" : "the framework's centre of mass";
        return new Verdict(
                "F2",
                "framework drift",
                driftA < LARGE_DRIFT_A ? Status.PASS : Status.WARN,
                driftA,
                "< 3 Å",
                String.format(Locale.ROOT, "%s drifted by up to %.3f Å; removed", what, driftA));
    }
}
