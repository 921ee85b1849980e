package org.percolith.pathways.region;

import java.util.Arrays;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * In which of two regions each ion is in each frame, and until when it stays there: 0 inside, 1 outside.
 *
 * @param region {@code [ion][frame]}; -1 in frames of no piece
 * @param until first frame of another region or of another piece, {@code [ion][frame]}
 */
record RegionVisits(byte[][] region, int[][] until) {

    static final int REGIONS = 2;

    /** Tells whether an ion is inside. */
    @FunctionalInterface
    interface Inside {

        /** Fills {@code inside[k]} for the frames of a piece. */
        void of(int ion, FrameRange piece, boolean[] inside);
    }

    static RegionVisits of(IonTracks ions, Inside membership) {
        byte[][] region = new byte[ions.ions()][ions.frames()];
        int[][] until = new int[ions.ions()][ions.frames()];
        List<FrameRange> pieces = ions.pieces();
        for (int ion = 0; ion < region.length; ion++) {
            Arrays.fill(region[ion], (byte) -1);
            for (FrameRange piece : pieces) {
                boolean[] inside = new boolean[piece.frames()];
                membership.of(ion, piece, inside);
                for (int frame = piece.to() - 1; frame >= piece.from(); frame--) {
                    region[ion][frame] = (byte) (inside[frame - piece.from()] ? 0 : 1);
                    boolean goesOn = frame + 1 < piece.to() && region[ion][frame + 1] == region[ion][frame];
                    until[ion][frame] = goesOn ? until[ion][frame + 1] : frame + 1;
                }
            }
        }
        return new RegionVisits(region, until);
    }

    int ions() {
        return region.length;
    }

    int frames() {
        return region[0].length;
    }

    /** Whether an ion that is in a region at a frame stays there for the whole lag. */
    boolean stays(int ion, int frame, int lag, int of) {
        return region[ion][frame] == of && frame + lag < frames() && until[ion][frame] > frame + lag;
    }

    /** Frames of each ion in a region. */
    double[] framesIn(int of) {
        double[] counts = new double[ions()];
        for (int ion = 0; ion < counts.length; ion++) {
            for (byte there : region[ion]) {
                counts[ion] += there == of ? 1 : 0;
            }
        }
        return counts;
    }

    /** Times that an ion left a region for another one. */
    long exits(int of) {
        long exits = 0;
        for (byte[] there : region) {
            for (int frame = 1; frame < there.length; frame++) {
                exits += there[frame - 1] == of && there[frame] >= 0 && there[frame] != of ? 1 : 0;
            }
        }
        return exits;
    }
}
