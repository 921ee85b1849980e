package org.percolith.density;

import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.IonTracks;

/**
 * The immobile atoms that a density is drawn with: their species and mean positions.
 *
 * @param species element symbol of each atom
 * @param meanFractional mean fractional coordinates a, b, c of each atom, {@code [3 * atom + axis]}, wrapped or not
 */
public record Framework(List<String> species, List<Double> meanFractional) {
    public Framework {
        species = List.copyOf(species);
        meanFractional = List.copyOf(meanFractional);
        if (meanFractional.size() != 3 * species.size()) {
            throw new IllegalArgumentException(species.size() + " atoms need " + 3 * species.size()
                    + " coordinates, got " + meanFractional.size());
        }
    }

    public int atoms() {
        return species.size();
    }

    /**
     * Mean positions of the framework over all frames of all pieces.
     *
     * @param tracks unwrapped tracks of the framework's atoms
     * @param species element symbol of each track
     */
    public static Framework meanOf(IonTracks tracks, List<String> species) {
        List<Double> mean = new ArrayList<>(3 * tracks.ions());
        for (int atom = 0; atom < tracks.ions(); atom++) {
            double[] sum = new double[4];
            IonPath.walk(tracks, atom, (frame, startsPiece, sa, sb, sc) -> {
                sum[0] += sa;
                sum[1] += sb;
                sum[2] += sc;
                sum[3]++;
            });
            for (int axis = 0; axis < 3; axis++) {
                mean.add(sum[axis] / sum[3]);
            }
        }
        return new Framework(species, mean);
    }

    /** Mean fractional coordinate of an atom along lattice vector 0, 1 or 2. */
    public double fractional(int atom, int axis) {
        return meanFractional.get(3 * atom + axis);
    }

    /** Component x, y or z of an atom's mean position, brought into the cell, Å. */
    public double cartesianA(Cell cell, int atom, int axis) {
        return cell.cartesian(
                wrapped(fractional(atom, 0)), wrapped(fractional(atom, 1)), wrapped(fractional(atom, 2)), axis);
    }

    /** The part of a fractional coordinate in [0, 1). */
    public static double wrapped(double s) {
        double fraction = s - Math.floor(s);
        return fraction < 1 ? fraction : 0;
    }
}
