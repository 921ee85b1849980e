package org.percolith.trajectory.run;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.TrajectoryException;

/** Which atoms are at rest but for their vibration: the reference of the drift, whose integrity is judged. */
final class Framework {

    private Framework() {}

    /**
     * Indices of the framework's atoms: of the elements that the user names, else of everything that is not mobile. Where
     * no mobile ion is known there is no telling, and none belong to it.
     *
     * @throws TrajectoryException if an element is named that is not there
     */
    static int[] indices(Atoms atoms, @Nullable Carrier carrier, RunOptions options) {
        List<String> elements = options.framework();
        for (String element : elements) {
            if (!atoms.composition().containsKey(element)) {
                throw new TrajectoryException("--framework names " + element + ", which is not in " + atoms.formula());
            }
        }
        if (!elements.isEmpty()) {
            return atoms.indicesOf(elements);
        }
        return carrier == null
                ? new int[0]
                : Arrays.stream(atoms.indicesOf(atoms.composition().keySet()))
                        .filter(i -> !atoms.symbols().get(i).equals(carrier.species()))
                        .toArray();
    }
}
