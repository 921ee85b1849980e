package org.percolith.trajectory.run;

import org.percolith.trajectory.Frame;

/**
 * Finds where a run was resumed from an older checkpoint, in formats whose labels do not tell: its new stretch then starts
 * with a frame that the run holds already, and goes on as that frame went on. Replicas that start from one frame with new
 * velocities do not.
 *
 * <p>A few atoms of the last thousand frames are remembered.
 */
final class CheckpointSearch {

    private static final int FRAMES_BACK = 1000;
    private static final int ATOMS = 8;
    private static final double SAME_POSITION_A = 1e-5;

    /** Of the step that the earlier frame took; two steps from one place in different directions differ by its 1.4-fold. */
    private static final double ALIKE = 0.5;

    private final StepLedger ledger;
    private final int[] atoms;
    private final double[][] remembered = new double[FRAMES_BACK][];
    private int frames;
    private int stretchStart;
    private int candidate = -1;
    private boolean resumed;

    CheckpointSearch(StepLedger ledger, int atomCount) {
        this.ledger = ledger;
        atoms = new int[Math.min(ATOMS, atomCount)];
        for (int k = 0; k < atoms.length; k++) {
            atoms[k] = (int) ((long) k * atomCount / atoms.length);
        }
    }

    /** Enters the next frame of the run; a stretch starts with a file, or where the labels of one do. */
    void add(Frame frame, boolean startsStretch) {
        double[] positions = positions(frame);
        if (startsStretch) {
            endStretch();
            stretchStart = frames;
            candidate = earlierFrame(frame, positions);
        } else if (candidate >= 0 && frames == stretchStart + 1) {
            double[] from = at(candidate);
            double[] to = at(candidate + 1);
            resumed = squareA2(frame, positions, to) < ALIKE * ALIKE * squareA2(frame, from, to);
        }
        remembered[frames++ % FRAMES_BACK] = positions;
    }

    /** Tells the ledger which frames the stretch that ends here replaces. */
    void endStretch() {
        if (resumed) {
            ledger.replace(candidate, stretchStart, frames);
        }
        candidate = -1;
        resumed = false;
    }

    /** The frame with these positions, but not the last one, of which this is merely a copy; -1 if there is none. */
    private int earlierFrame(Frame frame, double[] positions) {
        double tolerance = SAME_POSITION_A * SAME_POSITION_A;
        for (int k = frames - 2; k >= 0 && k > frames - FRAMES_BACK; k--) {
            if (squareA2(frame, positions, at(k)) < tolerance) {
                return k;
            }
        }
        return -1;
    }

    private double[] at(int frame) {
        return remembered[frame % FRAMES_BACK];
    }

    private double[] positions(Frame frame) {
        double[] positions = new double[3 * atoms.length];
        for (int k = 0; k < atoms.length; k++) {
            System.arraycopy(frame.fractional(), 3 * atoms[k], positions, 3 * k, 3);
        }
        return positions;
    }

    /** Sum of the squared distances between nearest images. */
    private static double squareA2(Frame frame, double[] here, double[] there) {
        MinimumImage image = new MinimumImage(frame.cell());
        double[] step = new double[3];
        double sum = 0;
        for (int at = 0; at < here.length; at += 3) {
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = here[at + axis] - there[at + axis];
            }
            sum += image.reduce(step, 0);
        }
        return sum;
    }
}
