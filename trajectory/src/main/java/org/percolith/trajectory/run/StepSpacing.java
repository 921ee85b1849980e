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

    private static final int FEW = 3;

    enum Step {
        ADVANCE,
        RESTART
    }

    /** Steps from the frame before into each accepted frame, 0 where labels do not tell. */
    private final LongArrayList advances = new LongArrayList();

    /** Advances of the labels of the segment that is being read, whatever they count. */
    private final LongArrayList labelAdvances = new LongArrayList();

    private long first = Frame.NO_LABEL;
    private long previous = Frame.NO_LABEL;
    private long advance;
    private int segmentStart;
    private boolean counting;

    void startSegment(boolean labelsCountSteps) {
        counting = labelsCountSteps;
        first = Frame.NO_LABEL;
        previous = Frame.NO_LABEL;
        segmentStart = advances.size();
        labelAdvances.clear();
    }

    /** Takes the label of the next frame. */
    Step next(long label) {
        long before = previous;
        previous = label;
        first = first == Frame.NO_LABEL ? label : first;
        advance = 0;
        if (before == Frame.NO_LABEL || label == Frame.NO_LABEL) {
            return Step.ADVANCE;
        }
        if (label <= before) {
            return Step.RESTART;
        }
        labelAdvances.add(label - before);
        advance = counting ? label - before : 0;
        return Step.ADVANCE;
    }

    /** The frame of the last label is one of the run. */
    void accept() {
        advances.add(advance);
    }

    /** MD steps between frames where labels count them, else 0. */
    long steps() {
        return mostFrequent(advances, 0).steps();
    }

    /** MD steps between the frames of the segment that is being read; 0 where labels do not count them, or too few do. */
    long stepsOfSegment() {
        Frequency frequency = mostFrequent(advances, segmentStart);
        return frequency.counted() < FEW ? 0 : frequency.steps();
    }

    /**
     * By how much the labels of the segment that is being read count on; 0 if too few tell. Labels that may as well number
     * the stored frames say nothing if they count by one; by more, they can only be steps.
     */
    long labelStride() {
        Frequency frequency = mostFrequent(labelAdvances, 0);
        return frequency.counted() < FEW || 2 * frequency.frames() < frequency.counted() ? 0 : frequency.steps();
    }

    /** The advance of most frames, and of how many; the first of several as frequent. */
    private record Frequency(long steps, int frames, int counted) {}

    private static Frequency mostFrequent(LongArrayList advances, int fromFrame) {
        Long2IntLinkedOpenHashMap framesOfAdvance = new Long2IntLinkedOpenHashMap();
        int counted = 0;
        for (int frame = fromFrame; frame < advances.size(); frame++) {
            if (advances.getLong(frame) > 0) {
                framesOfAdvance.addTo(advances.getLong(frame), 1);
                counted++;
            }
        }
        Frequency most = new Frequency(0, 0, counted);
        for (Long2IntMap.Entry entry : framesOfAdvance.long2IntEntrySet()) {
            if (entry.getIntValue() > most.frames()) {
                most = new Frequency(entry.getLongKey(), entry.getIntValue(), counted);
            }
        }
        return most;
    }

    /** The first label of the segment that is being read. */
    long firstLabel() {
        return first;
    }

    /** The last label of the segment that is being read. */
    long lastLabel() {
        return previous;
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
        Frequency most = mostFrequent(advances, 0);
        return 2 * most.frames() < most.counted();
    }
}
