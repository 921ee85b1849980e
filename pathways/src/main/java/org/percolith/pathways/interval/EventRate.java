package org.percolith.pathways.interval;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.percolith.trajectory.quantity.Estimate;

/**
 * Events per exposure with the exact interval of a Poisson count (Garwood 1936): between χ²(2n; 0.025)/2 and
 * χ²(2n + 2; 0.975)/2 events. Where the counts of the single ions scatter by more than Poisson's law, by the factor w, the
 * interval is that of n/w events.
 */
public final class EventRate {

    private EventRate() {}

    /** The rate of events that come independently. */
    public static Estimate of(long events, double exposure) {
        return of(events, exposure, 1);
    }

    /**
     * The rate by the counts of each ion.
     *
     * @param events of each ion
     * @param exposure of each ion; the unit of the rate is its inverse
     */
    public static Estimate ofIons(int[] events, double exposure) {
        double mean = Arrays.stream(events).average().orElse(0);
        double squares =
                Arrays.stream(events).mapToDouble(n -> (n - mean) * (n - mean)).sum();
        double dispersion = mean > 0 && events.length > 1 ? squares / (events.length - 1) / mean : 1;
        return of(Arrays.stream(events).sum(), exposure * events.length, Math.max(1, dispersion));
    }

    /**
     * The mean time between events, the inverse of their rate.
     *
     * @param unit times in a unit of the result per unit of the rate's inverse: 1000 from 1/ns to ps
     * @param none what is said where no event was seen
     */
    public static Estimate meanTime(Estimate rate, double unit, String none) {
        return rate instanceof Estimate.Measured m
                ? new Estimate.Measured(
                        unit / m.value(),
                        unit * m.std() / (m.value() * m.value()),
                        unit / m.upper95(),
                        unit / m.lower95())
                : Estimate.withheld(none);
    }

    private static Estimate of(long events, double exposure, double dispersion) {
        if (!(exposure > 0)) {
            return Estimate.withheld("nothing was observed");
        }
        double counted = events / dispersion;
        double upper = new ChiSquaredDistribution(2 * counted + 2).inverseCumulativeProbability(0.975) / 2 * dispersion;
        if (events == 0) {
            return new Estimate.UpperBound(upper / exposure, "no event was seen");
        }
        double lower = new ChiSquaredDistribution(2 * counted).inverseCumulativeProbability(0.025) / 2 * dispersion;
        return new Estimate.Measured(
                events / exposure, Math.sqrt(events * dispersion) / exposure, lower / exposure, upper / exposure);
    }
}
