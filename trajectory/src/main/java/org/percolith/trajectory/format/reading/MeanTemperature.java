package org.percolith.trajectory.format.reading;

import java.util.OptionalDouble;

/** The mean of the temperatures that a file prints. */
public final class MeanTemperature {

    private double sumK;
    private long count;

    /** Takes the next temperature, K; one that is no number does not count. */
    public void add(double temperatureK) {
        if (Double.isFinite(temperatureK)) {
            sumK += temperatureK;
            count++;
        }
    }

    /** The mean, K; empty if there was none. */
    public OptionalDouble meanK() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumK / count);
    }
}
