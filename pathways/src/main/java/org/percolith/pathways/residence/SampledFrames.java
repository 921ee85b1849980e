package org.percolith.pathways.residence;

import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * Every how many frames the anions around the ions are looked at, in stretches that fit into memory.
 *
 * @param stride frames from one look to the next
 * @param stretches frames of one piece each; looks are at their first frame and every {@code stride} after it
 */
record SampledFrames(int stride, List<FrameRange> stretches) {

    private static final int MOST_FRAMES = 4000;
    private static final long MOST_LOOKS = 20_000_000;
    private static final int LOOKS_OF_STRETCH = 32;

    static SampledFrames of(IonTracks ions) {
        long looks = (long) ions.ions() * ions.frames();
        int stride = (int) Math.max(1, Math.max((ions.frames() - 1) / MOST_FRAMES + 1, (looks - 1) / MOST_LOOKS + 1));
        List<FrameRange> stretches = new ArrayList<>();
        for (FrameRange piece : ions.pieces()) {
            for (int from = piece.from(); from < piece.to(); from += LOOKS_OF_STRETCH * stride) {
                stretches.add(new FrameRange(from, Math.min(piece.to(), from + LOOKS_OF_STRETCH * stride)));
            }
        }
        return new SampledFrames(stride, stretches);
    }

    /** Looks at one stretch. */
    int looks(FrameRange stretch) {
        return (stretch.frames() - 1) / stride + 1;
    }

    /** Looks in all. */
    int looks() {
        return stretches.stream().mapToInt(this::looks).sum();
    }

    /** The coordinates {@code [3 * track + axis][look]} of some tracks over a stretch, fractional and unwrapped. */
    double[][] fractional(IonTracks tracks, int[] some, FrameRange stretch) {
        double[] path = new double[stretch.frames()];
        double[][] looked = new double[3 * some.length][looks(stretch)];
        for (int k = 0; k < some.length; k++) {
            for (int axis = 0; axis < 3; axis++) {
                tracks.fractional(some[k], axis, stretch, path);
                for (int look = 0; look < looked[0].length; look++) {
                    looked[3 * k + axis][look] = path[look * stride];
                }
            }
        }
        return looked;
    }

    /** First look of each piece of the tracks, counted over all looks. */
    boolean[] startsPiece(IonTracks ions) {
        boolean[] starts = new boolean[looks()];
        int look = 0;
        int piece = 0;
        for (FrameRange stretch : stretches) {
            if (piece < ions.pieces().size()
                    && stretch.from() == ions.pieces().get(piece).from()) {
                starts[look] = true;
                piece++;
            }
            look += looks(stretch);
        }
        return starts;
    }
}
