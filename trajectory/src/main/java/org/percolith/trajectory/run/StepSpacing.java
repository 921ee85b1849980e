package org.percolith.trajectory.run;

import org.percolith.trajectory.Frame;

/**
 * Watches step labels. Where they count MD steps (LAMMPS) they give the spacing of frames, and a change of spacing is a
 * gap; everywhere, a label that falls back marks a restart inside a file.
 */
final class StepSpacing {

    enum Step {
        REGULAR,
        RESTART,
        GAP
    }

    private long first = Frame.NO_LABEL;
    private long previous = Frame.NO_LABEL;
    private long spacing;
    private long spacingOfSegment;
    private boolean counting;
    private long gaps;
    private long regular;

    void startSegment(boolean labelsCountSteps) {
        counting = labelsCountSteps;
        first = Frame.NO_LABEL;
        previous = Frame.NO_LABEL;
        spacingOfSegment = 0;
    }

    Step next(long label) {
        long before = previous;
        previous = label;
        first = first == Frame.NO_LABEL ? label : first;
        if (before == Frame.NO_LABEL || label == Frame.NO_LABEL) {
            return Step.REGULAR;
        }
        if (label <= before) {
            return Step.RESTART;
        }
        if (!counting) {
            return Step.REGULAR;
        }
        if (spacing == 0) {
            spacing = label - before;
        }
        if (spacingOfSegment == 0) {
            spacingOfSegment = label - before;
        }
        if (label - before != spacing) {
            gaps++;
            return Step.GAP;
        }
        regular++;
        return Step.REGULAR;
    }

    /** MD steps between frames where labels count them, else 0. */
    long steps() {
        return spacing;
    }

    /** MD steps between the first frames of the segment that is being read; 0 if labels do not count them. */
    long stepsOfSegment() {
        return spacingOfSegment;
    }

    /** The first label of the segment that is being read. */
    long firstLabel() {
        return first;
    }

    /** The last label of the segment that is being read. */
    long lastLabel() {
        return previous;
    }

    /** True if frames are so irregularly spaced that they have no common interval. */
    boolean irregular() {
        return gaps > regular / 4 + 1;
    }
}
