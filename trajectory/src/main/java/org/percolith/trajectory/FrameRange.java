package org.percolith.trajectory;

/** Frames {@code from} (inclusive) to {@code to} (exclusive) of a run, without a discontinuity between them. */
public record FrameRange(int from, int to) {
    public FrameRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("empty frame range [" + from + ", " + to + ")");
        }
    }

    public int frames() {
        return to - from;
    }
}
