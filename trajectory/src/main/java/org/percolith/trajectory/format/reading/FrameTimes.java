package org.percolith.trajectory.format.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.quantity.Sourced;

/**
 * The interval between frames by the times that a file states for them: that of most of them. Steps of another length (a
 * gap, a restart, another stride) do not count, unless they are more.
 */
public final class FrameTimes {

    private static final double TOLERANCE = 1e-3;
    private static final int MOST_LENGTHS = 16;

    private final String source;
    private final List<Length> lengths = new ArrayList<>();
    private double previousFs;
    private long steps;
    private boolean started;

    /** Steps that are of one length but for rounding. */
    private static final class Length {
        private final double firstFs;
        private double sumFs;
        private long count;

        Length(double firstFs) {
            this.firstFs = firstFs;
        }
    }

    /** Times that {@code source} states, as printed: {@code time in the comment lines of run-pos-1.xyz}. */
    public FrameTimes(String source) {
        this.source = source;
    }

    /** Takes the time that is stated for a frame, fs, and sets it there. */
    public void add(Frame frame, double timeFs) {
        frame.setTimeFs(timeFs);
        double stepFs = timeFs - previousFs;
        previousFs = timeFs;
        if (!started) {
            started = true;
            return;
        }
        steps++;
        if (stepFs > 0) {
            count(stepFs, 2 * Math.ulp((float) timeFs));
        }
    }

    private void count(double stepFs, double roundingFs) {
        Length length = null;
        for (Length known : lengths) {
            boolean alike = Math.abs(stepFs - known.firstFs) <= TOLERANCE * known.firstFs + roundingFs;
            length = alike && length == null ? known : length;
        }
        if (length == null && lengths.size() < MOST_LENGTHS) {
            length = new Length(stepFs);
            lengths.add(length);
        }
        if (length != null) {
            length.sumFs += stepFs;
            length.count++;
        }
    }

    /** The interval, fs; empty if the times do not advance or have no common step. */
    public Optional<Sourced<Double>> intervalFs() {
        Length most =
                lengths.stream().reduce((a, b) -> b.count > a.count ? b : a).orElse(null);
        if (most == null || 2 * most.count + 1 < steps) {
            return Optional.empty();
        }
        double mean = most.sumFs / most.count;
        double scale = Math.pow(10, Math.floor(Math.log10(mean)) - 6);
        return Optional.of(new Sourced<>(Math.round(mean / scale) * scale, source));
    }
}
