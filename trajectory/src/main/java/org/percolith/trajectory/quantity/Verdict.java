package org.percolith.trajectory.quantity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A judgement on one property of the data: the value found, the threshold it was held against, one sentence.
 *
 * @param id short identifier, such as {@code M7}
 * @param value the number that was judged, or null where there is none
 */
public record Verdict(
        String id, String name, Status status, @Nullable Double value, String threshold, String message) {

    public enum Status {
        PASS,
        WARN,
        FAIL,
        NOT_APPLICABLE;

        /** The name used in files and on the terminal: {@code not-applicable}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The status of a value that should be small: pass up to {@code pass}, warn up to {@code warn}, else fail. */
    public static Status atMost(double value, double pass, double warn) {
        return value <= pass ? Status.PASS : value <= warn ? Status.WARN : Status.FAIL;
    }

    /** The status of a value that should be large: pass from {@code pass} up, warn from {@code warn} up, else fail. */
    public static Status atLeast(double value, double pass, double warn) {
        return value >= pass ? Status.PASS : value >= warn ? Status.WARN : Status.FAIL;
    }
}
