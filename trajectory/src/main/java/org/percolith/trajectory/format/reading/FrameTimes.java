package org.percolith.trajectory.format.reading;

import java.util.Optional;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.quantity.Sourced;

/**
 * The interval between frames by the times that a file states for them. Steps of another length (a gap, a restart) do not
 * count, unless they are so many that the frames have no common interval.
 */
public final class FrameTimes {

    private static final double TOLERANCE = 1e-3;
    private static final double MOST_IRREGULAR = 0.25;

    private final String source;
    private double previousFs;
    private double firstStepFs;
    private double regularSumFs;
    private long regular;
    private long irregular;
    private boolean started;

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
        if (firstStepFs == 0 && stepFs > 0) {
            firstStepFs = stepFs;
        }
        double rounding = 2 * Math.ulp((float) timeFs);
        if (stepFs > 0 && Math.abs(stepFs - firstStepFs) <= TOLERANCE * firstStepFs + rounding) {
            regularSumFs += stepFs;
            regular++;
        } else {
            irregular++;
        }
    }

    /** The interval, fs; empty if the times do not advance or have no common step. */
    public Optional<Sourced<Double>> intervalFs() {
        if (regular == 0 || irregular > MOST_IRREGULAR * regular + 1) {
            return Optional.empty();
        }
        double mean = regularSumFs / regular;
        double scale = Math.pow(10, Math.floor(Math.log10(mean)) - 6);
        return Optional.of(new Sourced<>(Math.round(mean / scale) * scale, source));
    }
}
