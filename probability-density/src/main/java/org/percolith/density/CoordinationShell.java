package org.percolith.density;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first coordination shell of a pair distribution.
 *
 * @param peakA distance of the first peak, Å
 * @param peakHeight g there
 * @param minimumA distance of the first minimum behind it, Å; the middle of the gap where g vanishes; empty where g does
 *     not rise again within reach
 * @param neighbours mean number of second-species atoms around a first-species atom up to the minimum
 */
public record CoordinationShell(double peakA, double peakHeight, OptionalDouble minimumA, OptionalDouble neighbours) {

    /** A rise or fall by this part of the peak's height counts, less is noise. */
    private static final double PROMINENCE = 0.1;

    /**
     * Finds the first peak that stands above 1, and the deepest point behind it before g rises again. Extremes count
     * where g moves by a tenth of the peak's height beyond them; a parabola through the bins around places the peak.
     *
     * @param running neighbours up to the end of each bin
     */
    static Optional<CoordinationShell> find(double[] g, double[] running, double binA) {
        int peak = firstPeak(g);
        if (peak < 0) {
            return Optional.empty();
        }
        double peakA = (peak + 0.5 + vertex(g, peak)) * binA;
        int rise = riseAfter(g, peak);
        if (rise < 0) {
            return Optional.of(new CoordinationShell(peakA, g[peak], OptionalDouble.empty(), OptionalDouble.empty()));
        }
        int lowest = peak;
        for (int k = peak; k < rise; k++) {
            lowest = g[k] < g[lowest] ? k : lowest;
        }
        int end = lowest;
        while (end + 1 < rise && g[end + 1] == g[lowest]) {
            end++;
        }
        double minimumA = (0.5 * (lowest + end) + 0.5) * binA;
        return Optional.of(new CoordinationShell(
                peakA,
                g[peak],
                OptionalDouble.of(minimumA),
                OptionalDouble.of(PartialPairDistribution.coordination(running, binA, minimumA))));
    }

    /** The first bin above 1 from which g falls by the prominence before it rises higher; -1 if none. */
    private static int firstPeak(double[] g) {
        int highest = -1;
        for (int k = 0; k < g.length; k++) {
            if (g[k] > 1 && (highest < 0 || g[k] > g[highest])) {
                highest = k;
            } else if (highest >= 0 && g[k] < (1 - PROMINENCE) * g[highest]) {
                return highest;
            }
        }
        return -1;
    }

    /** The first bin behind the peak where g has risen by the prominence above its lowest value since; -1 if none. */
    private static int riseAfter(double[] g, int peak) {
        double lowest = g[peak];
        for (int k = peak; k < g.length; k++) {
            lowest = Math.min(lowest, g[k]);
            if (g[k] > lowest + PROMINENCE * g[peak] || (lowest < 1 && g[k] >= 1)) {
                return k;
            }
        }
        return -1;
    }

    /** Offset of the vertex of the parabola through three bins, in bins. */
    private static double vertex(double[] g, int peak) {
        if (peak == 0 || peak == g.length - 1) {
            return 0;
        }
        double curvature = g[peak - 1] - 2 * g[peak] + g[peak + 1];
        return curvature == 0 ? 0 : 0.5 * (g[peak - 1] - g[peak + 1]) / curvature;
    }
}
