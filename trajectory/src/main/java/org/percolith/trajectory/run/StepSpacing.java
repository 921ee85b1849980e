package org.percolith.trajectory.run;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.percolith.trajectory.Frame;

/**
 * Watches step labels. A label that falls back marks a restart inside a file. Where labels count MD steps (LAMMPS) they give
 * the spacing of frames: that of most of them, which is known at the end. Frames at another distance from the one before
 * stand behind a gap.
 */
final class StepSpacing {

    enum Step {
        ADVANCE,
        RESTART
    }

    /** Steps from the frame before into each accepted frame, 0 where labels do not tell. */
    private final LongArrayList advances = new LongArrayList();

    private final Long2IntLinkedOpenHashMap framesOfAdvance = new Long2IntLinkedOpenHashMap();
    private long previous = Frame.NO_LABEL;
    private long advance;
    private boolean counting;

    void startSegment(boolean labelsCountSteps) {
        counting = labelsCountSteps;
        previous = Frame.NO_LABEL;
    }

    /** Takes the label of the next frame. */
    Step next(long label) {
        long before = previous;
        previous = label;
        advance = 0;
        if (before == Frame.NO_LABEL || label == Frame.NO_LABEL) {
            return Step.ADVANCE;
        }
        if (label <= before) {
            return Step.RESTART;
        }
        advance = counting ? label - before : 0;
        return Step.ADVANCE;
    }

    /** The frame of the last label is one of the run. */
    void accept() {
        advances.add(advance);
        if (advance > 0) {
            framesOfAdvance.addTo(advance, 1);
        }
    }

    /** MD steps between frames where labels count them, else 0. */
    long steps() {
        long steps = 0;
        int most = 0;
        for (Long2IntMap.Entry entry : framesOfAdvance.long2IntEntrySet()) {
            if (entry.getIntValue() > most) {
                most = entry.getIntValue();
                steps = entry.getLongKey();
            }
        }
        return steps;
    }

    /** Accepted frames, from 0, that do not follow the one before at the spacing of the run. */
    int[] gaps() {
        long steps = steps();
        IntArrayList gaps = new IntArrayList();
        for (int frame = 0; frame < advances.size(); frame++) {
            if (advances.getLong(frame) > 0 && advances.getLong(frame) != steps) {
                gaps.add(frame);
            }
        }
        return gaps.toIntArray();
    }

    /** True if fewer than half of the frames follow at one spacing. */
    boolean irregular() {
        int all = framesOfAdvance.values().intStream().sum();
        return 2 * framesOfAdvance.get(steps()) < all;
    }
}
