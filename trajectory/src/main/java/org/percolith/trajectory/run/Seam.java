package org.percolith.trajectory.run;

import java.util.Locale;

/**
 * A place where a run was interrupted: between two files, where step labels start again, or where the motion breaks.
 *
 * @param afterSegment number of the segment, from 1, that ends at or holds the seam
 * @param frame index of the first stored frame behind the seam
 * @param maxStepA longest step across the seam, Å
 * @param typicalMaxStepA 99.9th percentile of the longest step between successive frames of the run, Å
 * @param action what was done about it
 */
public record Seam(int afterSegment, int frame, Kind kind, double maxStepA, double typicalMaxStepA, String action) {

    public enum Kind {
        CONTINUOUS,
        DUPLICATE_FRAME,
        DISCONTINUOUS,
        REORDERED_ATOMS;

        /** The name used in files: {@code duplicate-frame}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
