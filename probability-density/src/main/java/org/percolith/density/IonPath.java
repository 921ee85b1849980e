package org.percolith.density;

import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/** Walks along the stored path of one ion, in chunks, so that memory does not grow with the length of the run. */
public final class IonPath {

    private static final int CHUNK_FRAMES = 4096;

    private IonPath() {}

    /** Told the ion's unwrapped fractional coordinates, frame by frame. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One frame of the path.
         *
         * @param frame of the run
         * @param startsPiece whether the frame before, if any, belongs to another piece
         */
        void at(int frame, boolean startsPiece, double sa, double sb, double sc);
    }

    /** Shows the visitor every frame of every piece, in order. */
    public static void walk(IonTracks tracks, int ion, Visitor visitor) {
        double[] a = new double[CHUNK_FRAMES];
        double[] b = new double[CHUNK_FRAMES];
        double[] c = new double[CHUNK_FRAMES];
        for (FrameRange piece : tracks.pieces()) {
            for (int from = piece.from(); from < piece.to(); from += CHUNK_FRAMES) {
                FrameRange chunk = new FrameRange(from, Math.min(piece.to(), from + CHUNK_FRAMES));
                tracks.fractional(ion, 0, chunk, a);
                tracks.fractional(ion, 1, chunk, b);
                tracks.fractional(ion, 2, chunk, c);
                for (int k = 0; k < chunk.frames(); k++) {
                    visitor.at(from + k, from == piece.from() && k == 0, a[k], b[k], c[k]);
                }
            }
        }
    }
}
