package org.percolith.pathways.framework;

import java.util.List;

/**
 * A polyanion, or an atom that is none's.
 *
 * @param kind its formula: {@code PO4}, {@code P2S7}, {@code I}
 * @param atoms indices among the framework's atoms
 * @param images lattice vectors {@code [3 * k + axis]} that bring atom k next to the first one
 */
public record FrameworkUnit(String kind, List<Integer> atoms, List<Integer> images) {
    public FrameworkUnit {
        atoms = List.copyOf(atoms);
        images = List.copyOf(images);
    }

    /** Whether it is more than one atom. */
    public boolean isPolyanion() {
        return atoms.size() > 1;
    }
}
