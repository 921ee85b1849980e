package org.percolith.msd.estimators;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.percolith.msd.estimators.EstimatorRow.Printed;

/**
 * The window of He, Zhu, Epstein and Mo (npj Comput. Mater. 4, 18 (2018)): plain line from the first lag with
 * MSD ≥ a²/2 to half the run; relative error 3.43/√J + 0.04 with J = N max(MSD)/a² jumps.
 */
final class MoGroupRule {

    private static final String PROGRAM = "aimd (Mo group)";
    private static final String RULE = "all origins, from MSD = a²/2 to half the run, plain line";

    private MoGroupRule() {}

    /**
     * What the script prints.
     *
     * @param msdA2 mean squared displacement at lags 1 to {@code lags}, frames
     */
    static EstimatorRow of(IntToDoubleFunction msdA2, int lags, int ions, double hopDistanceA, double frameIntervalPs) {
        double half = 0.5 * hopDistanceA * hopDistanceA;
        int last = lags / 2;
        int first = IntStream.rangeClosed(1, last)
                .filter(lag -> msdA2.applyAsDouble(lag) >= half)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        if (last < 3 || first > last - 2 || msdA2.applyAsDouble(last) - msdA2.applyAsDouble(first) < half) {
            return EstimatorRow.refusing(PROGRAM, RULE, "it refuses: the MSD does not rise by a²/2 within the window");
        }
        double[] times = IntStream.rangeClosed(first, last)
                .mapToDouble(lag -> lag * frameIntervalPs)
                .toArray();
        double[] msd = IntStream.rangeClosed(first, last).mapToDouble(msdA2).toArray();
        double diffusivity = StraightLine.fit(times, msd).slope() * 1e-4 / 6;
        double largest = IntStream.rangeClosed(1, lags).mapToDouble(msdA2).max().orElse(0);
        double jumps = ions * largest / (hopDistanceA * hopDistanceA);
        double relative = 3.43 / Math.sqrt(jumps) + 0.04;
        Printed printed = new Printed(
                diffusivity, OptionalDouble.of(Math.abs(diffusivity) * relative), times[0], times[times.length - 1]);
        return EstimatorRow.printing(PROGRAM, RULE, printed, "its error is an empirical law of the number of jumps");
    }
}
