package org.percolith.trajectory.run;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import org.percolith.trajectory.Frame;

/**
 * Which frames of a run count, where a killed run was resumed from an older checkpoint and steps are there twice: the
 * later version of a step, as far as the resumed run comes. Where it ends before the first version does, the first version
 * is the longer record and is kept. That later frames replace earlier ones is known only at the end; a run that has
 * such steps is therefore read a second time.
 */
final class StepLedger {

    /** A resumption that is still behind the end of the run that it replaces. */
    private record Resumption(int frame, long replacedEnd, IntArrayList replaced) {}

    private final BitSet dropped;
    private final LongArrayList labels = new LongArrayList();
    private final BitSet superseded = new BitSet();
    private final IntArrayList count = new IntArrayList();
    private Resumption open = new Resumption(0, Long.MIN_VALUE, new IntArrayList());
    private int frames;
    private boolean startsOver;

    private StepLedger(BitSet dropped) {
        this.dropped = dropped;
    }

    /** For the first reading of a run, which uses every frame. */
    static StepLedger ofFirstReading() {
        return new StepLedger(new BitSet());
    }

    /** For the second reading, in which each step counts once. */
    StepLedger ofSecondReading() {
        closeResumption(frames);
        return new StepLedger((BitSet) superseded.clone());
    }

    /** True if steps are there twice. */
    boolean hasRepeatedSteps() {
        closeResumption(frames);
        return !superseded.isEmpty();
    }

    /** Frames that are left out in this reading. */
    int dropped() {
        return dropped.cardinality();
    }

    /**
     * Enters the next frame of the run.
     *
     * @param label MD step, or {@link Frame#NO_LABEL} if its file does not count steps
     * @return false if a later frame replaces it
     */
    boolean keeps(long label) {
        int frame = frames++;
        if (dropped.get(frame)) {
            labels.add(Frame.NO_LABEL);
            return false;
        }
        labels.add(label);
        startsOver = label == Frame.NO_LABEL || count.isEmpty() || label <= labels.getLong(count.getInt(0));
        if (startsOver) {
            closeResumption(frame);
            count.clear();
        } else if (label < lastLabel()) {
            resume(frame, label);
        }
        count.add(frame);
        if (label > open.replacedEnd()) {
            open = new Resumption(0, Long.MIN_VALUE, new IntArrayList());
        }
        return true;
    }

    /** True if the last frame does not continue the count of the steps before it, so that its label tells nothing. */
    boolean startsOver() {
        return startsOver;
    }

    /** True in the reading that finds out which steps are there twice. */
    boolean isFirstReading() {
        return dropped.isEmpty();
    }

    /**
     * Enters that the frames from {@code resumption} to before {@code end} repeat the run from frame {@code checkpoint}
     * on. The longer record is kept.
     */
    void replace(int checkpoint, int resumption, int end) {
        boolean longer = end - resumption >= resumption - checkpoint;
        superseded.set(longer ? checkpoint : resumption, longer ? resumption : end);
    }

    private long lastLabel() {
        return labels.getLong(count.getInt(count.size() - 1));
    }

    /** Marks the frames that are replaced from this step on. */
    private void resume(int frame, long label) {
        boolean within = open.replacedEnd() > Long.MIN_VALUE;
        if (!within) {
            open = new Resumption(frame, lastLabel(), new IntArrayList());
        }
        while (lastLabel() >= label) {
            int replaced = count.removeInt(count.size() - 1);
            superseded.set(replaced);
            if (replaced < open.frame()) {
                open.replaced().add(replaced);
            }
        }
    }

    /** Takes a resumption back that ended, before frame {@code end}, short of the run that it was to replace. */
    private void closeResumption(int end) {
        if (open.replacedEnd() > Long.MIN_VALUE) {
            superseded.set(open.frame(), end);
            open.replaced().forEach(superseded::clear);
            open = new Resumption(0, Long.MIN_VALUE, new IntArrayList());
        }
    }
}
