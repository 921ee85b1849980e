package org.percolith.trajectory.run;

import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;

/**
 * Follows every atom through fractional space. Steps are reduced to their shortest image unless the file states
 * unwrapped positions; their sum times the mean cell is the path in the crystal frame (toroidal bookkeeping in
 * fractional space, so that a breathing cell moves no atom).
 */
final class Unwrapper {

    private final double[] previous;
    private final double[] path;
    private final double[] step;
    private Cell imageCell;
    private MinimumImage minimumImage;
    private boolean started;
    private boolean previousUnwrapped;
    private double maxStepA;
    private double rmsStepA;
    private double participation;

    Unwrapper(int atoms, Cell firstCell) {
        previous = new double[3 * atoms];
        path = new double[3 * atoms];
        step = new double[3 * atoms];
        imageCell = firstCell;
        minimumImage = new MinimumImage(firstCell);
    }

    /**
     * Says that the next frame starts another file. Files count images anew, so the first step into them is reduced even
     * where both state unwrapped positions.
     */
    void startFile() {
        previousUnwrapped = false;
    }

    /** Computes the steps from the last accepted frame to this one, without accepting it. */
    void measure(Frame frame) {
        double[] now = frame.fractional();
        if (!started) {
            return;
        }
        if (!frame.cell().equals(imageCell)) {
            imageCell = frame.cell();
            minimumImage = new MinimumImage(imageCell);
        }
        boolean asStated = frame.unwrapped() && previousUnwrapped;
        double sum = 0;
        double sumOfSquares = 0;
        double max = 0;
        for (int at = 0; at < now.length; at += 3) {
            step[at] = now[at] - previous[at];
            step[at + 1] = now[at + 1] - previous[at + 1];
            step[at + 2] = now[at + 2] - previous[at + 2];
            double length = asStated
                    ? imageCell.squaredLengthA2(step[at], step[at + 1], step[at + 2])
                    : minimumImage.reduce(step, at);
            sum += length;
            sumOfSquares += length * length;
            max = Math.max(max, length);
        }
        maxStepA = Math.sqrt(max);
        double atoms = now.length / 3.0;
        rmsStepA = Math.sqrt(sum / atoms);
        participation = sumOfSquares == 0 ? 0 : sum * sum / (atoms * sumOfSquares);
    }

    /** Adds the measured steps to the paths; the first frame starts them where it stands. */
    void accept(Frame frame) {
        double[] now = frame.fractional();
        if (started) {
            for (int k = 0; k < path.length; k++) {
                path[k] += step[k];
            }
        } else {
            System.arraycopy(now, 0, path, 0, path.length);
        }
        System.arraycopy(now, 0, previous, 0, previous.length);
        started = true;
        previousUnwrapped = frame.unwrapped();
    }

    boolean started() {
        return started;
    }

    /** Unwrapped fractional coordinates {@code [3 * atom + axis]} of the last accepted frame. */
    double[] path() {
        return path;
    }

    /** Fractional steps {@code [3 * atom + axis]} of the last measured frame. */
    double[] step() {
        return step;
    }

    double[] lastPositions() {
        return previous;
    }

    /** Longest step of the last measured frame, Å. */
    double maxStepA() {
        return maxStepA;
    }

    /** Root mean squared step of the last measured frame over all atoms, Å. */
    double rmsStepA() {
        return rmsStepA;
    }

    /**
     * Participation ratio of the last measured step, (Σ l²)² / (N Σ l⁴) for step lengths l: 0.6 if all atoms move alike,
     * near 0 if a few hop.
     */
    double participation() {
        return participation;
    }
}
