package org.percolith.msd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the diffusive regime starts: the later of a physical guard and a statistical test.
 *
 * <p>Guard: the first lag at which the mean squared displacement exceeds the offset of the line by a², a being the hop
 * distance, if a² is reached in the first tenth of the run; else the first at which it reaches a²/2; else a tenth of the run, which is insufficient.
 * Test (Lepski; Hausman, Econometrica 46, 1251 (1978)): a start ℓ is accepted if the slope from every later start ℓ'
 * differs by at most z √(V(ℓ') − V(ℓ)), z = 3. The estimator is efficient, so the variance of the difference is the
 * difference of the variances, and shot noise cancels. Ions that move together scatter the slopes by √φ more; so a
 * guard that saw the ions hop is left only if even that scatter does not explain the change. Beyond a guard of a full
 * hop the same holds for every later start; beyond half a hop it does not, since there rattling in cages raises φ too.
 * Cages and back-jumps make the slope fall with the start; one that rises is held against φ of its own line as well, and
 * its change is taken as that of its logarithm, since slopes scatter further upwards than downwards.
 *
 * @param startLag chosen first lag, frames
 * @param endLag last lag of the fit, frames
 * @param guardLag first lag that the guard allows
 * @param guard what the guard could ask for
 * @param accepted false if the test accepted no start, and the latest one is used
 * @param candidates lines from all starts that were looked at, by rising start
 */
record DiffusiveStart(
        int startLag, int endLag, int guardLag, Guard guard, boolean accepted, List<StartCandidate> candidates) {

    /** What the mean squared displacement had reached at the guard. */
    enum Guard {
        FULL_HOP,
        HALF_HOP,
        INSUFFICIENT
    }

    private static final double Z = 3;
    private static final int OFFSET_ROUNDS = 5;
    private static final double GRID_RATIO = 1.1;

    /** The latest starts, up to this part of the last lag, only test the others. */
    private static final double LATEST_TEST = 0.6;

    private static final double LARGEST_RELATIVE_STD = 0.5;

    DiffusiveStart {
        candidates = List.copyOf(candidates);
    }

    /** The start for a tracer curve, fitted up to half the longest piece. */
    static DiffusiveStart choose(MeanSquaredDisplacement msd, RunShape shape, double hopDistanceA) {
        int n = shape.longest();
        double hop = hopDistanceA * hopDistanceA;
        int tenth = Math.max(1, n / 10);
        int full = msd.firstLagReaching(hop);
        int half = msd.firstLagReaching(0.5 * hop);
        if (full <= tenth) {
            int beyond = beyondOffset(full, tenth, hop, msd, shape);
            return scan(msd, shape, beyondFall(beyond, tenth, msd, shape), Guard.FULL_HOP, n / 2);
        }
        return half <= tenth
                ? scan(msd, shape, half, Guard.HALF_HOP, n / 2)
                : scan(msd, shape, tenth, Guard.INSUFFICIENT, n / 2);
    }

    /**
     * The first lag, up to {@code latest}, at which the displacement exceeds the offset of the line from there by a full
     * hop. Cages and back-jumps make the offset; while they last, they also make the line too steep.
     */
    private static int beyondOffset(int first, int latest, double hop, MeanSquaredDisplacement msd, RunShape shape) {
        int lag = first;
        for (int k = 0; k < OFFSET_ROUNDS; k++) {
            double offset = Math.max(
                    0,
                    StartCandidate.fit(lag, shape.longest() / 2, msd, shape)
                            .line()
                            .intercept());
            int next = Math.min(latest, Math.max(lag, msd.firstLagReaching(hop + offset)));
            if (next == lag) {
                break;
            }
            lag = next;
        }
        return lag;
    }

    /**
     * A lag, up to {@code latest}, from which the slope falls no longer: {@code first} where the slope from half that lag on
     * exceeds the slope from it on by no more than z = 3 standard deviations, √φ of the later line included; else twice the
     * first lag of which this is true. Cages and returns are forgotten within a factor of two in the lag; disorder of the
     * barriers is not, and what falls into the start falls beyond it, by less than one run can see (random barriers of 4 kT
     * in docs/calibration.md).
     */
    private static int beyondFall(int first, int latest, MeanSquaredDisplacement msd, RunShape shape) {
        int lag = first;
        while (lag > 1 && lag < latest && falls(lag, msd, shape)) {
            lag = Math.min(latest, Math.max(lag + 1, (int) Math.rint(lag * GRID_RATIO)));
        }
        return lag == first ? first : Math.min(latest, 2 * lag);
    }

    private static boolean falls(int lag, MeanSquaredDisplacement msd, RunShape shape) {
        int[] grid = grid(lag, shape.longest() / 2);
        int at = Arrays.binarySearch(grid, lag);
        int half = Arrays.binarySearch(grid, lag / 2);
        StartCandidate earlier = StartCandidate.at(half < 0 ? -half - 1 : half, grid, msd, shape);
        StartCandidate later = StartCandidate.at(at, grid, msd, shape);
        return later.slopeA2PerFrame() < earlier.slopeA2PerFrame()
                && earlier.deviation(later) > Z * Math.sqrt(Math.max(1, later.phi()));
    }

    /** The start at or after {@code guardLag} for lines that end at {@code endLag}. */
    static DiffusiveStart scan(MeanSquaredDisplacement msd, RunShape shape, int guardLag, Guard guard, int endLag) {
        int[] grid = grid(guardLag, endLag);
        int last = (int) (LATEST_TEST * endLag);
        List<StartCandidate> candidates = IntStream.range(0, grid.length - 2)
                .filter(k -> grid[k] <= Math.max(last, guardLag))
                .mapToObj(k -> StartCandidate.at(k, grid, msd, shape))
                .toList();
        if (guard != Guard.INSUFFICIENT
                && passes(at(guardLag, candidates), candidates, concerted(guardLag, candidates))) {
            return new DiffusiveStart(guardLag, endLag, guardLag, guard, true, candidates);
        }
        int latest = guardLag;
        for (StartCandidate candidate : candidates) {
            boolean allowed =
                    candidate.startLag() >= guardLag && candidate.startLag() <= Math.max(guardLag, endLag / 2);
            double scatter = guard == Guard.FULL_HOP ? concerted(candidate.startLag(), candidates) : 1;
            if (allowed && passes(candidate, candidates, scatter)) {
                return new DiffusiveStart(candidate.startLag(), endLag, guardLag, guard, true, candidates);
            }
            latest = allowed ? candidate.startLag() : latest;
        }
        return new DiffusiveStart(latest, endLag, guardLag, guard, false, candidates);
    }

    /** Lags spaced by 1.1 on either side of the guard; later lines use a part of it, so that they are nested. */
    private static int[] grid(int guardLag, int endLag) {
        List<Integer> lags = new ArrayList<>();
        for (double lag = guardLag; lag >= 0.5; lag /= GRID_RATIO) {
            lags.add(Math.max(1, (int) Math.rint(lag)));
        }
        Collections.reverse(lags);
        for (double lag = guardLag * GRID_RATIO; lag < endLag; lag *= GRID_RATIO) {
            lags.add((int) Math.rint(lag));
        }
        lags.add(endLag);
        return lags.stream().mapToInt(Integer::intValue).distinct().toArray();
    }

    private static boolean passes(StartCandidate candidate, List<StartCandidate> candidates, double scatter) {
        for (StartCandidate later : candidates) {
            boolean rises = later.slopeA2PerFrame() > candidate.slopeA2PerFrame();
            double allowed = rises ? Math.max(scatter, Math.sqrt(candidate.phi())) : scatter;
            if (later.startLag() > candidate.startLag()
                    && later.relativeStd() <= LARGEST_RELATIVE_STD
                    && candidate.deviation(later) > Z * allowed) {
                return false;
            }
        }
        return true;
    }

    /**
     * √φ by which concerted motion scatters the slopes: the median over the starts from the guard on, since φ of one line
     * is itself uncertain. Motion that is not yet diffusive raises φ of the earliest lines only.
     */
    private static double concerted(int guardLag, List<StartCandidate> candidates) {
        double[] phi = candidates.stream()
                .filter(c -> c.startLag() >= guardLag && c.relativeStd() <= LARGEST_RELATIVE_STD)
                .mapToDouble(StartCandidate::phi)
                .sorted()
                .toArray();
        return phi.length == 0 ? 1 : Math.sqrt(Math.max(1, phi[phi.length / 2]));
    }

    StartCandidate chosen() {
        return at(startLag, candidates);
    }

    private static StartCandidate at(int lag, List<StartCandidate> candidates) {
        return candidates.stream().filter(c -> c.startLag() == lag).findFirst().orElseThrow();
    }

    /** Other starts within a factor 1.5 of the chosen one and not before the guard: the alternative windows. */
    List<StartCandidate> alternatives() {
        return candidates.stream()
                .filter(c -> c.startLag() != startLag && c.startLag() >= guardLag)
                .filter(c -> c.startLag() >= startLag / 1.5 && c.startLag() <= startLag * 1.5)
                .toList();
    }

    /** Largest relative change of the slope over the alternative windows. */
    double largestRelativeChange() {
        double slope = chosen().slopeA2PerFrame();
        return alternatives().stream()
                .mapToDouble(c -> Math.abs(c.slopeA2PerFrame() / slope - 1))
                .max()
                .orElse(0);
    }

    /**
     * Variance of the slope by choice of the start, (Å² per frame)². If the test moved the start, the earlier starts that
     * would have passed it had the ions been as correlated as φ says may be right as well: half the mean squared change
     * to them. Later starts count by the part of their squared change that chance does not explain.
     */
    double modelVariance() {
        return 0.5 * earlierSpread() + laterExcess();
    }

    private double earlierSpread() {
        StartCandidate chosen = chosen();
        return candidates.stream()
                .filter(c -> c.startLag() >= guardLag && c.startLag() < startLag)
                .filter(c -> c.deviation(chosen) <= Z * Math.sqrt(Math.max(1, chosen.phi())))
                .mapToDouble(c -> c.squaredChange(chosen))
                .average()
                .orElse(0);
    }

    private double laterExcess() {
        StartCandidate chosen = chosen();
        double excess = alternatives().stream()
                .filter(c -> c.startLag() > startLag)
                .mapToDouble(c -> c.squaredChange(chosen) - chosen.varianceOfDifference(c) * Math.max(1, c.phi()))
                .average()
                .orElse(0);
        return Math.max(0, excess);
    }
}
