package org.percolith.trajectory.run;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.percolith.trajectory.FrameRange;

/**
 * Judges every joint of a run by the motion across it, against the motion inside the run. A joint whose rms step is
 * clearly larger than in the run, hops included, is a discontinuity: the run is parted there, and no displacement is taken across.
 */
final class SeamAudit {

    private static final double JOINT_FACTOR = 1.5;
    private static final double INTERIOR_FACTOR = 2.5;
    private static final double SPREADS = 8;
    private static final double COLLECTIVE_PARTICIPATION = 0.3;
    private static final double TYPICAL_QUANTILE = 0.999;
    private static final double NORMAL_PER_MAD = 1.4826;

    /** A joint before its judgement. */
    private record Joint(int afterSegment, int frame, Seam.Kind kind, double maxStepA, double rmsStepA) {}

    private final List<Joint> joints = new ArrayList<>();
    private final DoubleArrayList rmsSteps = new DoubleArrayList();
    private final DoubleArrayList maxSteps = new DoubleArrayList();
    private final DoubleArrayList participations = new DoubleArrayList();

    /** Index i of the step lists belongs to the step into frame i + 1. */
    void addStep(double rmsStepA, double maxStepA, double participation) {
        rmsSteps.add(rmsStepA);
        maxSteps.add(maxStepA);
        participations.add(participation);
    }

    void addJoint(int afterSegment, int frame, Seam.Kind kind, double maxStepA, double rmsStepA) {
        joints.add(new Joint(afterSegment, frame, kind, maxStepA, rmsStepA));
    }

    /** Enters the frames before which steps are missing, or at which the spacing changes: the run is parted there. */
    void addGaps(int[] frames, int[] firstFrameOfSegment) {
        Set<Integer> known = joints.stream().map(Joint::frame).collect(Collectors.toSet());
        for (int frame : frames) {
            if (!known.contains(frame)) {
                addJoint(
                        segmentOf(frame, firstFrameOfSegment),
                        frame,
                        Seam.Kind.DISCONTINUOUS,
                        maxSteps.getDouble(frame - 1),
                        rmsSteps.getDouble(frame - 1));
            }
        }
    }

    /** Judges the joints, and looks for breaks that no label or file end announces. */
    List<Seam> seams(int[] firstFrameOfSegment) {
        double medianRms = quantile(insideSteps(rmsSteps, joints), 0.5);
        double spread = NORMAL_PER_MAD * medianDeviation(insideSteps(rmsSteps, joints), medianRms);
        double interiorLimit = Math.max(INTERIOR_FACTOR * medianRms, medianRms + 2 * SPREADS * spread);
        List<Joint> hidden = hiddenBreaks(interiorLimit, firstFrameOfSegment);
        List<Joint> all = new ArrayList<>(joints);
        all.addAll(hidden);
        double typicalMax = quantile(insideSteps(maxSteps, all), TYPICAL_QUANTILE);
        double typicalRms = quantile(insideSteps(rmsSteps, all), TYPICAL_QUANTILE);
        double jointLimit = Math.max(typicalRms, Math.max(JOINT_FACTOR * medianRms, medianRms + SPREADS * spread));
        List<Seam> seams = new ArrayList<>();
        joints.forEach(joint -> seams.add(judged(joint, jointLimit, typicalMax)));
        hidden.forEach(joint -> seams.add(judged(joint, interiorLimit, typicalMax)));
        seams.sort(Comparator.comparingInt(Seam::frame));
        return seams;
    }

    private List<Joint> hiddenBreaks(double limitA, int[] firstFrameOfSegment) {
        List<Joint> hidden = new ArrayList<>();
        for (int k = 0; k < rmsSteps.size(); k++) {
            int frame = k + 1;
            if (breaksInside(k, limitA) && joints.stream().noneMatch(joint -> joint.frame() == frame)) {
                int segment = segmentOf(frame, firstFrameOfSegment);
                hidden.add(
                        new Joint(segment, frame, Seam.Kind.CONTINUOUS, maxSteps.getDouble(k), rmsSteps.getDouble(k)));
            }
        }
        return hidden;
    }

    /** A break moves all atoms at once; a frame in which a few ions hop far is none. */
    private boolean breaksInside(int step, double limitA) {
        return limitA > 0
                && rmsSteps.getDouble(step) > limitA
                && participations.getDouble(step) > COLLECTIVE_PARTICIPATION;
    }

    private static Seam judged(Joint joint, double rmsLimitA, double typicalMaxA) {
        boolean broken = joint.kind() == Seam.Kind.CONTINUOUS && joint.rmsStepA() > rmsLimitA && rmsLimitA > 0;
        Seam.Kind kind = broken ? Seam.Kind.DISCONTINUOUS : joint.kind();
        String action =
                switch (kind) {
                    case CONTINUOUS -> "joined";
                    case DUPLICATE_FRAME -> "one of two equal frames dropped";
                    case REORDERED_ATOMS -> "atoms put back into the order of the first segment";
                    case DISCONTINUOUS -> "run parted here; the pieces count as independent";
                };
        return new Seam(joint.afterSegment(), joint.frame(), kind, joint.maxStepA(), typicalMaxA, action);
    }

    /** Pieces of a run of {@code frames} frames between its discontinuities. */
    static List<FrameRange> pieces(List<Seam> seams, int frames) {
        List<FrameRange> pieces = new ArrayList<>();
        int from = 0;
        for (Seam seam : seams) {
            if (seam.kind() == Seam.Kind.DISCONTINUOUS && seam.frame() > from) {
                pieces.add(new FrameRange(from, seam.frame()));
                from = seam.frame();
            }
        }
        pieces.add(new FrameRange(from, frames));
        return pieces;
    }

    /** Longest step that no discontinuity explains, Å. */
    double longestStepA(List<Seam> seams) {
        double longest = 0;
        for (int k = 0; k < maxSteps.size(); k++) {
            int frame = k + 1;
            boolean broken =
                    seams.stream().anyMatch(seam -> seam.kind() == Seam.Kind.DISCONTINUOUS && seam.frame() == frame);
            longest = broken ? longest : Math.max(longest, maxSteps.getDouble(k));
        }
        return longest;
    }

    /** Steps away from the joints; all steps where there is nothing else. */
    private static double[] insideSteps(DoubleArrayList steps, List<Joint> joints) {
        DoubleArrayList inside = new DoubleArrayList(steps.size());
        for (int k = 0; k < steps.size(); k++) {
            int frame = k + 1;
            if (joints.stream().noneMatch(joint -> joint.frame() == frame)) {
                inside.add(steps.getDouble(k));
            }
        }
        return inside.toDoubleArray();
    }

    private static double medianDeviation(double[] values, double median) {
        return quantile(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray(), 0.5);
    }

    private static double quantile(double[] values, double fraction) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))];
    }

    private static int segmentOf(int frame, int[] firstFrameOfSegment) {
        int segment = 1;
        while (segment < firstFrameOfSegment.length && firstFrameOfSegment[segment] <= frame) {
            segment++;
        }
        return segment;
    }
}
