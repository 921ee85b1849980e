package org.percolith.pathways.framework;

import java.util.List;
import java.util.stream.IntStream;
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

    private final IonTracks tracks;
    private final double[] massU;
    private final List<FrameworkUnit> units;
    private final double[] reference;
    private final int firstLag;
    private final int lastLag;

    /** Every how many frames one is looked at. */
    private final int stride;

    private final int frames;

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
        this.tracks = tracks;
        this.massU = massU;
        this.units = units;
        stride = Math.max(1, Math.min(lastLag - firstLag, tracks.frames() / MOST_FRAMES));
        frames = (tracks.frames() + stride - 1) / stride;
        this.firstLag = Math.max(1, firstLag / stride);
        this.lastLag = Math.max(this.firstLag + 1, lastLag / stride);
        reference =
                centre(network.stream().flatMap(unit -> unit.atoms().stream()).toList());
    }

    /** Mean slope of the centres' mean squared displacement, Å² per frame, in the frame in which the network rests. */
    Estimate.Measured slopeA2PerFrame() {
        double[] slopes = new double[units.size()];
        for (int unit = 0; unit < slopes.length; unit++) {
            double[] path = centre(units.get(unit).atoms());
            for (int k = 0; k < path.length; k++) {
                path[k] -= reference[k];
            }
            double rise = displacementA2(path, lastLag) - displacementA2(path, firstLag);
            slopes[unit] = rise / ((lastLag - firstLag) * (double) stride);
        }
        double mean = StatUtils.mean(slopes);
        if (slopes.length < 2) {
            return new Estimate.Measured(mean, Math.abs(mean), Math.min(0, 2 * mean), Math.max(0, 3 * mean));
        }
        double std = Math.sqrt(StatUtils.variance(slopes) / slopes.length);
        double reach = new TDistribution(slopes.length - 1.0).inverseCumulativeProbability(0.975) * std;
        return new Estimate.Measured(mean, std, mean - reach, mean + reach);
    }

    /** Path of the common centre of mass of some atoms, {@code [3 * frame + axis]}, Å. */
    private double[] centre(List<Integer> atoms) {
        double[] path = new double[3 * frames];
        double mass = atoms.stream().mapToDouble(atom -> massU[atom]).sum();
        for (int atom : atoms) {
            double[] own = path(atom);
            for (int k = 0; k < path.length; k++) {
                path[k] += massU[atom] / mass * own[k];
            }
        }
        return path;
    }

    /** The path of one atom at the frames that are looked at, {@code [3 * frame + axis]}, Å. */
    private double[] path(int atom) {
        double[][] r = new double[3][tracks.frames()];
        tracks.cartesian(atom, new FrameRange(0, tracks.frames()), r[0], r[1], r[2]);
        double[] path = new double[3 * frames];
        for (int frame = 0; frame < frames; frame++) {
            for (int axis = 0; axis < 3; axis++) {
                path[3 * frame + axis] = r[axis][frame * stride];
            }
        }
        return path;
    }

    private List<FrameRange> pieces() {
        return tracks.pieces().stream()
                .map(piece -> new FrameRange((piece.from() + stride - 1) / stride, (piece.to() + stride - 1) / stride))
                .toList();
    }

    private double displacementA2(double[] path, int lag) {
        double sum = 0;
        long windows = 0;
        for (FrameRange piece : pieces()) {
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
        return units.stream()
                .mapToDouble(unit -> orientationMemory(unit, centre(unit.atoms())))
                .average()
                .orElse(1);
    }

    private double orientationMemory(FrameworkUnit unit, double[] centre) {
        double sum = 0;
        long pairs = 0;
        double[] mean = meanImage(unit);
        for (int k = 0; k < unit.atoms().size(); k++) {
            double[] direction = path(unit.atoms().get(k));
            double[] shift = shiftA(unit, k);
            for (int at = 0; at < direction.length; at++) {
                direction[at] += shift[at % 3] - mean[at % 3] - centre[at];
            }
            for (FrameRange piece : pieces()) {
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

    /** The image vector that brings an atom of a unit next to the first one, Å. */
    private double[] shiftA(FrameworkUnit unit, int k) {
        return IntStream.range(0, 3)
                .mapToDouble(axis -> tracks.cell()
                        .cartesian(
                                unit.images().get(3 * k),
                                unit.images().get(3 * k + 1),
                                unit.images().get(3 * k + 2),
                                axis))
                .toArray();
    }

    /** By how much the images move the centre of mass, which is taken of the atoms as their tracks run. */
    private double[] meanImage(FrameworkUnit unit) {
        double[] mean = new double[3];
        double mass = 0;
        for (int k = 0; k < unit.atoms().size(); k++) {
            double own = massU[unit.atoms().get(k)];
            double[] shift = shiftA(unit, k);
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += own * shift[axis];
            }
            mass += own;
        }
        for (int axis = 0; axis < 3; axis++) {
            mean[axis] /= mass;
        }
        return mean;
    }
}
