package org.percolith.pathways.hop;

/**
 * An ion's stay in a basin: from its entry into the core until its entry into that of another.
 *
 * @param ion index of the track
 * @param basin index of the basin
 * @param image packed lattice vector of the basin's image
 * @param entered first frame in the core
 * @param lastInCore last frame in the core
 * @param until frame of the next entry, or the end of the piece of the run, exclusive
 * @param came whether a hop led to it: else the piece began with it
 * @param left whether a hop ends it: else the piece does
 */
public record Stay(int ion, int basin, long image, int entered, int lastInCore, int until, boolean came, boolean left) {

    /** Frames that it takes. */
    public int frames() {
        return until - entered;
    }
}
