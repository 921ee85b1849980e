package org.percolith.cli.figure;

import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/** What an axis spans, in axis units. */
record AxisRange(double lower, double upper) {

    AxisRange {
        if (!(lower < upper)) {
            throw new IllegalArgumentException("an axis needs lower < upper, got " + lower + " and " + upper);
        }
    }

    /** From 0 to a little above the largest finite value; 0 to 1 where there is none above 0. */
    static AxisRange fromZero(DoubleStream values) {
        double largest = values.filter(Double::isFinite).max().orElse(0);
        return new AxisRange(0, largest > 0 ? 1.05 * largest : 1);
    }

    /**
     * A little beyond the positive values on a logarithmic axis, and always over at least two powers of ten, so that
     * the scale can be read; 0.1 to 10 where no value is positive.
     */
    static AxisRange logarithmic(DoubleStream values) {
        DoublePredicate plottable = value -> value > 0 && Double.isFinite(value);
        double[] sorted = values.filter(plottable).sorted().toArray();
        if (sorted.length == 0) {
            return new AxisRange(0.1, 10);
        }
        double lower = sorted[0] / 1.3;
        double upper = sorted[sorted.length - 1] * 1.3;
        double firstDecade = Math.ceil(Math.log10(lower));
        double lastDecade = Math.floor(Math.log10(upper));
        if (lastDecade <= firstDecade) {
            lower = Math.pow(10, Math.floor(Math.log10(lower)));
            upper = Math.pow(10, Math.ceil(Math.log10(upper)));
        }
        return new AxisRange(lower, upper);
    }
}
