package org.percolith.trajectory.format;

import org.percolith.trajectory.Atoms;

/**
 * A trajectory is well written, but does not name its elements or state its cell, and nothing beside it does. Its frames can
 * still be counted, with a structure put in their place.
 */
public final class MissingStructureException extends UnsupportedFormatException {

    private static final long serialVersionUID = 1;

    private final transient Atoms known;

    /**
     * What is missing, and how to give it.
     *
     * @param known the atoms as far as the file has them
     */
    public MissingStructureException(String message, Atoms known) {
        super(message);
        this.known = known;
    }

    /** As many atoms of which no element is known. */
    public static MissingStructureException ofUnnamed(String message, int atoms) {
        return new MissingStructureException(message, Atoms.unnamed(atoms));
    }

    /** The atoms as far as the file has them. */
    public Atoms known() {
        return known;
    }
}
