package org.percolith.trajectory;

import org.jspecify.annotations.Nullable;

/**
 * One configuration: a view on buffers that the reader reuses. A consumer that keeps a frame copies it.
 *
 * <p>Positions are fractional, {@code [3 * atom + axis]}, in the atom order of the reader's {@link Atoms}.
 */
public final class Frame {

    private static final Cell PLACEHOLDER = Cell.cubic(1);

    private double[] fractional;
    private Cell cell = PLACEHOLDER;
    private boolean unwrapped;
    private long stepLabel = NO_LABEL;
    private @Nullable Double timeFs;
    private long line;

    /** The step label of a frame whose file prints none. */
    public static final long NO_LABEL = Long.MIN_VALUE;

    public Frame(int atoms) {
        fractional = new double[3 * atoms];
    }

    /** Positions, until the next frame is read into this one. */
    public double[] fractional() {
        return fractional;
    }

    /**
     * Gives the positions of this frame to another one of as many atoms, for those of the other; nothing is copied.
     *
     * @throws IllegalArgumentException if the numbers of atoms differ
     */
    public void exchangePositions(Frame other) {
        if (other.fractional.length != fractional.length) {
            throw new IllegalArgumentException(
                    "a frame of " + fractional.length / 3 + " atoms and one of " + other.fractional.length / 3);
        }
        double[] own = fractional;
        fractional = other.fractional;
        other.fractional = own;
    }

    public Cell cell() {
        return cell;
    }

    public void setCell(Cell cell) {
        this.cell = cell;
    }

    /** True if the file states unwrapped positions (image flags, xu); false if they may jump by lattice vectors. */
    public boolean unwrapped() {
        return unwrapped;
    }

    public void setUnwrapped(boolean unwrapped) {
        this.unwrapped = unwrapped;
    }

    /** The step as the file prints it, or {@link #NO_LABEL}. */
    public long stepLabel() {
        return stepLabel;
    }

    public void setStepLabel(long stepLabel) {
        this.stepLabel = stepLabel;
    }

    /** The time that the file states for this frame, fs; null if it states none. */
    public @Nullable Double timeFs() {
        return timeFs;
    }

    public void setTimeFs(@Nullable Double timeFs) {
        this.timeFs = timeFs;
    }

    /** Line of the file at which the frame starts. */
    public long line() {
        return line;
    }

    public void setLine(long line) {
        this.line = line;
    }
}
