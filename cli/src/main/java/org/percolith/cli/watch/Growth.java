package org.percolith.cli.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;

/** How fast a run grows: simulated time per time on the clock, over the last looks. */
public final class Growth {

    private static final int LOOKS_KEPT = 20;

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(double clockS, double lengthPs) {}

    /** A run that became shorter has begun again: what was seen before says nothing of its pace. */
    public void add(double clockS, double lengthPs) {
        Look last = looks.peekLast();
        if (last != null && lengthPs < last.lengthPs()) {
            looks.clear();
        }
        looks.addLast(new Look(clockS, lengthPs));
        if (looks.size() > LOOKS_KEPT) {
            looks.removeFirst();
        }
    }

    /** Simulated time per second on the clock, ps/s; empty before the run has grown. */
    public OptionalDouble psPerS() {
        Look first = looks.peekFirst();
        Look last = looks.peekLast();
        if (first == null || last == null || last.lengthPs() <= first.lengthPs() || last.clockS() <= first.clockS()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((last.lengthPs() - first.lengthPs()) / (last.clockS() - first.clockS()));
    }

    /** {@code 12 ps more, about 35 min}; the second half where the pace is known. */
    public String toGo(double morePs) {
        String more = String.format(Locale.ROOT, morePs < 10 ? "%.1f ps more" : "%.0f ps more", morePs);
        OptionalDouble pace = psPerS();
        return pace.isEmpty() ? more : more + ", about " + clock(morePs / pace.getAsDouble());
    }

    private static String clock(double seconds) {
        if (seconds < 90) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < 5400) {
            return String.format(Locale.ROOT, "%.0f min", seconds / 60);
        }
        return seconds < 48 * 3600
                ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
                : String.format(Locale.ROOT, "%.1f days", seconds / 86_400);
    }
}
