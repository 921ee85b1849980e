package org.percolith.msd;

import java.util.stream.IntStream;

/** Sets of distinct whole lags, spaced evenly in ln(lag). */
final class LagGrid {

    private LagGrid() {}

    /** At most {@code count} lags from {@code from} to {@code to}, both included. */
    static int[] logarithmic(int from, int to, int count) {
        double step = Math.log((double) to / from) / (count - 1);
        return IntStream.range(0, count)
                .map(k -> (int) Math.rint(from * Math.exp(k * step)))
                .distinct()
                .toArray();
    }

    /** The lags {@code first}·{@code ratio}^k, rounded, that lie in [{@code first}, {@code to}]. */
    static int[] geometric(double first, int to, double ratio) {
        int count = (int) Math.floor(Math.log(to / first) / Math.log(ratio) + 1e-9) + 1;
        return IntStream.range(0, Math.max(0, count))
                .map(k -> (int) Math.rint(first * Math.pow(ratio, k)))
                .distinct()
                .toArray();
    }

    /** At most {@code count} lags from {@code from} to {@code to}, evenly spaced in the lag itself. */
    static int[] linear(int from, int to, int count) {
        int points = Math.min(count, to - from + 1);
        return IntStream.range(0, points)
                .map(k -> points == 1 ? from : (int) (from + Math.rint((double) k * (to - from) / (points - 1))))
                .toArray();
    }
}
