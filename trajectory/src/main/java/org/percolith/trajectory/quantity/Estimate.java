package org.percolith.trajectory.quantity;

/**
 * An uncertain number: measured with a 95 % interval, known only as an upper bound, or withheld with a reason.
 * It is never NaN and never a made-up floor.
 */
public sealed interface Estimate {

    /** A value with its standard deviation and the bounds of its (possibly skewed) 95 % interval, all in one unit. */
    record Measured(double value, double std, double lower95, double upper95) implements Estimate {
        public Measured {
            if (!Double.isFinite(value) || !Double.isFinite(std) || std < 0) {
                throw new IllegalArgumentException("an estimate must be finite, got " + value + " with std " + std);
            }
            if (!(lower95 <= value && value <= upper95)) {
                throw new IllegalArgumentException(
                        "the value " + value + " lies outside its interval [" + lower95 + ", " + upper95 + "]");
            }
        }

        @Override
        public Measured scaled(double factor) {
            double a = lower95 * factor;
            double b = upper95 * factor;
            return new Measured(value * factor, Math.abs(std * factor), Math.min(a, b), Math.max(a, b));
        }

        /** The same value with an interval that reaches down to {@code lower}, where it does not yet. */
        public Measured reachingDown(double lower) {
            return new Measured(value, std, Math.min(lower95, lower), upper95);
        }

        public double relativeStd() {
            return std / Math.abs(value);
        }
    }

    /** Nothing was resolved; the quantity lies below {@code upper95} with 95 % probability. */
    record UpperBound(double upper95, String reason) implements Estimate {
        @Override
        public UpperBound scaled(double factor) {
            return new UpperBound(upper95 * factor, reason);
        }
    }

    /** The data do not support a number; {@code reason} says why in one sentence. */
    record Withheld(String reason) implements Estimate {
        @Override
        public Withheld scaled(double factor) {
            return this;
        }
    }

    /** The same estimate in a unit that is {@code factor} times finer; {@code factor} is exact and positive. */
    Estimate scaled(double factor);

    /** A normal estimate: the interval is value ± 1.96 std. */
    static Measured normal(double value, double std) {
        return new Measured(value, std, value - 1.959963984540054 * std, value + 1.959963984540054 * std);
    }

    static Withheld withheld(String reason) {
        return new Withheld(reason);
    }
}
