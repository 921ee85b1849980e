package org.percolith.density;

import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.FrameRange;

/** Cuts a run into stretches of time of equal length, to be resampled. */
public final class TimeBlocks {

    private TimeBlocks() {}

    /** All frames of all pieces, cut into blocks of equal size, each a list of ranges. */
    public static List<List<FrameRange>> of(List<FrameRange> pieces, int blocks) {
        int frames = pieces.stream().mapToInt(FrameRange::frames).sum();
        int parts = Math.max(1, Math.min(blocks, frames));
        List<List<FrameRange>> result = new ArrayList<>();
        for (int block = 0; block < parts; block++) {
            long from = (long) frames * block / parts;
            long to = (long) frames * (block + 1) / parts;
            result.add(slice(pieces, from, to));
        }
        return result;
    }

    /** The frames from number {@code from} to number {@code to} of those in the pieces. */
    private static List<FrameRange> slice(List<FrameRange> pieces, long from, long to) {
        List<FrameRange> ranges = new ArrayList<>();
        long before = 0;
        for (FrameRange piece : pieces) {
            long start = Math.max(from, before) - before;
            long end = Math.min(to, before + piece.frames()) - before;
            if (end > start) {
                ranges.add(new FrameRange(piece.from() + (int) start, piece.from() + (int) end));
            }
            before += piece.frames();
        }
        return ranges;
    }
}
