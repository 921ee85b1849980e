package org.percolith.pathways.framework;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.quantity.Estimate;

/**
 * How far the centres of one kind of unit travel between two lags, and how long they keep their orientation.
 *
 * <p>The slope of a unit is [MSD(t₂) - MSD(t₁)]/(t₂ - t₁) over all origins; the mean over the units has the error that their
 * scatter gives. The lags are those in which the mobile ion makes its first hops, whatever the length of the run: so the
 * grade does not depend on it.
 */
final class UnitMotion {

    /** More frames of a run than these tell no more of slopes over whole hops. */
    private static final int MOST_FRAMES = 3000;

    /** An atom nearer to the centre than this has no direction, Å. */
    private static final double CENTRAL_A = 0.3;

    private static final double Z95 = 1.959963984540054;

    private final UnitPaths paths;
    private final List<FrameworkUnit> units;
    private final List<FrameworkUnit> network;
    private final double[] reference;
    private final int firstLag;
    private final int lastLag;

    /** Every how many frames one is looked at. */
    private final int stride;

    /**
     * The motion of these units.
     *
     * @param tracks of the framework, whose centre of mass rests
     * @param massU of every framework atom
     * @param network units whose common centre of mass is at rest: those that hold the framework together
     */
    UnitMotion(
            IonTracks tracks,
            double[] massU,
            List<FrameworkUnit> units,
            List<FrameworkUnit> network,
            int firstLag,
            int lastLag) {
        this.units = units;
        this.network = network;
        stride = Math.max(1, Math.min(lastLag - firstLag, tracks.frames() / MOST_FRAMES));
        paths = new UnitPaths(tracks, massU, stride);
        this.firstLag = Math.max(1, firstLag / stride);
        this.lastLag = Math.max(this.firstLag + 1, lastLag / stride);
        reference = paths.centreA(
                network.stream().flatMap(unit -> unit.atoms().stream()).toList());
    }

    /**
     * Mean slope of the centres' mean squared displacement, Å² per frame, in the frame in which the network rests. Units of
     * a network of n miss a part 1/n of their own motion in that frame, which is put back. The interval is that of a χ² law
     * as wide as the scatter of the units, by Student's factor, where their slope is surely above zero.
     */
    Estimate.Measured slopeA2PerFrame() {
        double[] slopes = new double[units.size()];
        double own = network.containsAll(units) ? 1 - 1.0 / network.size() : 1;
        for (int unit = 0; unit < slopes.length; unit++) {
            double[] path = paths.centreA(units.get(unit).atoms());
            for (int k = 0; k < path.length; k++) {
                path[k] -= reference[k];
            }
            double rise = displacementA2(path, lastLag) - displacementA2(path, firstLag);
            slopes[unit] = rise / ((lastLag - firstLag) * (double) stride) / Math.max(own, 0.5);
        }
        double mean = StatUtils.mean(slopes);
        if (slopes.length < 2) {
            return new Estimate.Measured(mean, Math.abs(mean), Math.min(0, 2 * mean), Math.max(0, 3 * mean));
        }
        double std = Math.sqrt(StatUtils.variance(slopes) / slopes.length);
        double reach = new TDistribution(slopes.length - 1.0).inverseCumulativeProbability(0.975) * std;
        return mean > reach ? skewed(mean, std, reach) : new Estimate.Measured(mean, std, mean - reach, mean + reach);
    }

    private static Estimate.Measured skewed(double mean, double std, double reach) {
        double relative = Math.max(reach / Z95 / mean, 1e-4);
        double nu = 2 / (relative * relative);
        ChiSquaredDistribution law = new ChiSquaredDistribution(nu);
        return new Estimate.Measured(
                mean,
                std,
                Math.min(mean, mean * nu / law.inverseCumulativeProbability(0.975)),
                Math.max(mean, mean * nu / law.inverseCumulativeProbability(0.025)));
    }

    private double displacementA2(double[] path, int lag) {
        double sum = 0;
        long windows = 0;
        for (FrameRange piece : paths.pieces()) {
            for (int frame = piece.from(); frame + lag < piece.to(); frame++) {
                for (int axis = 0; axis < 3; axis++) {
                    double d = path[3 * (frame + lag) + axis] - path[3 * frame + axis];
                    sum += d * d;
                }
                windows++;
            }
        }
        return windows == 0 ? 0 : sum / windows;
    }

    /** ⟨u(0)·u(t₂)⟩ of the directions from centre to atoms, over units, atoms and origins; 1 for single atoms. */
    double orientationMemory() {
        if (!units.get(0).isPolyanion()) {
            return 1;
        }
        return units.stream().mapToDouble(this::orientationMemory).average().orElse(1);
    }

    private double orientationMemory(FrameworkUnit unit) {
        double sum = 0;
        long pairs = 0;
        for (double[] direction : paths.aboutCentreA(unit)) {
            for (FrameRange piece : paths.pieces()) {
                for (int frame = piece.from(); frame + lastLag < piece.to(); frame++) {
                    double cosine = cosine(direction, 3 * frame, 3 * (frame + lastLag));
                    sum += Double.isNaN(cosine) ? 0 : cosine;
                    pairs += Double.isNaN(cosine) ? 0 : 1;
                }
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }

    /** NaN where the atom is at the centre. */
    private static double cosine(double[] direction, int from, int to) {
        double dot = 0;
        double a = 0;
        double b = 0;
        for (int axis = 0; axis < 3; axis++) {
            dot += direction[from + axis] * direction[to + axis];
            a += direction[from + axis] * direction[from + axis];
            b += direction[to + axis] * direction[to + axis];
        }
        return Math.min(a, b) > CENTRAL_A * CENTRAL_A ? dot / Math.sqrt(a * b) : Double.NaN;
    }
}
