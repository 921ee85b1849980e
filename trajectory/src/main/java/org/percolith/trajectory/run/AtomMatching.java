package org.percolith.trajectory.run;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;

/** Finds the order of atoms that continues a trajectory, where a restart wrote them in another one. */
final class AtomMatching {

    private AtomMatching() {}

    /**
     * Matches every atom of the run to the nearest unused atom of the same element in the new frame.
     *
     * @param lastPositions fractional positions {@code [3 * atom + axis]} of the last frame before the seam
     * @return for each atom its index in the new frame; null if some atom has no partner within {@code reachA}
     */
    static int @Nullable [] match(Atoms atoms, double[] lastPositions, Atoms newAtoms, Frame frame, double reachA) {
        Map<String, NeighbourGrid> candidates = NeighbourGrid.perElement(frame.cell(), frame.fractional(), newAtoms);
        boolean[] used = new boolean[newAtoms.size()];
        int[] order = new int[atoms.size()];
        for (int i = 0; i < atoms.size(); i++) {
            NeighbourGrid alike = candidates.get(atoms.symbols().get(i));
            int nearest = alike == null
                    ? -1
                    : alike.nearest(lastPositions, 3 * i, reachA, j -> !used[j]).point();
            if (nearest < 0) {
                return null;
            }
            used[nearest] = true;
            order[i] = nearest;
        }
        return order;
    }

    static boolean isIdentity(int[] order) {
        int[] identity = new int[order.length];
        Arrays.setAll(identity, i -> i);
        return Arrays.equals(order, identity);
    }

    /** Puts the atoms of a frame into the order of the run. */
    static void apply(int[] order, Frame frame, double[] scratch) {
        double[] positions = frame.fractional();
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(positions, 3 * order[i], scratch, 3 * i, 3);
        }
        System.arraycopy(scratch, 0, positions, 0, positions.length);
    }
}
