package org.percolith.pathways.framework;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/** Paths of the centres of mass of units, and of their atoms about these, at every {@code stride}-th frame. */
public final class UnitPaths {

    private final IonTracks tracks;
    private final double[] massU;
    private final int stride;
    private final int looks;

    /**
     * Looks at some frames.
     *
     * @param tracks of the framework
     * @param massU of every framework atom
     */
    public UnitPaths(IonTracks tracks, double[] massU, int stride) {
        this.tracks = tracks;
        this.massU = massU;
        this.stride = stride;
        looks = (tracks.frames() + stride - 1) / stride;
    }

    /** Frames that are looked at. */
    public int looks() {
        return looks;
    }

    /** The pieces of the run, counted in looks. */
    public List<FrameRange> pieces() {
        return tracks.pieces().stream()
                .map(piece -> new FrameRange((piece.from() + stride - 1) / stride, (piece.to() + stride - 1) / stride))
                .toList();
    }

    /** Path of the common centre of mass of some atoms as their tracks run, {@code [3 * look + axis]}, Å. */
    public double[] centreA(List<Integer> atoms) {
        double[] path = new double[3 * looks];
        double mass = atoms.stream().mapToDouble(atom -> massU[atom]).sum();
        for (int atom : atoms) {
            double[] own = path(atom);
            for (int k = 0; k < path.length; k++) {
                path[k] += massU[atom] / mass * own[k];
            }
        }
        return path;
    }

    /** Vectors from a unit's centre of mass to its atoms, {@code [atom of the unit][3 * look + axis]}, Å. */
    public double[][] aboutCentreA(FrameworkUnit unit) {
        double[] centre = centreA(unit.atoms());
        double[] mean = meanImageA(unit);
        double[][] vectors = new double[unit.atoms().size()][];
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] = path(unit.atoms().get(k));
            double[] shift = shiftA(unit, k);
            for (int at = 0; at < vectors[k].length; at++) {
                vectors[k][at] += shift[at % 3] - mean[at % 3] - centre[at];
            }
        }
        return vectors;
    }

    private double[] path(int atom) {
        double[][] r = new double[3][tracks.frames()];
        tracks.cartesian(atom, new FrameRange(0, tracks.frames()), r[0], r[1], r[2]);
        double[] path = new double[3 * looks];
        for (int look = 0; look < looks; look++) {
            for (int axis = 0; axis < 3; axis++) {
                path[3 * look + axis] = r[axis][look * stride];
            }
        }
        return path;
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
    private double[] meanImageA(FrameworkUnit unit) {
        double[] mean = new double[3];
        double mass = unit.atoms().stream().mapToDouble(atom -> massU[atom]).sum();
        for (int k = 0; k < unit.atoms().size(); k++) {
            double[] shift = shiftA(unit, k);
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += massU[unit.atoms().get(k)] / mass * shift[axis];
            }
        }
        return mean;
    }
}
