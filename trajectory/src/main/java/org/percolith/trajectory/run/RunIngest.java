package org.percolith.trajectory.run;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryReader;

/** The state of one pass over the segments of a run: joins them, unwraps, records tracks, audits every step. */
final class RunIngest implements AutoCloseable {

    private static final double SAME_POSITION_A = 1e-5;
    private static final double SAME_FRAME_A = 2e-3;
    private static final double REORDER_RMS_FACTOR = 2;
    private static final double REORDER_REACH_A = 1.5;

    private final RunFiles run;
    private final RunOptions options;
    private final ReadProgress progress;
    private final StepLedger ledger;
    private final Atoms atoms;
    private final Carrier carrier;
    private final Unwrapper unwrapper;
    private final TrackRecorder recorder;
    private final SeamAudit audit = new SeamAudit();
    private final DoubleArrayList rmsSteps = new DoubleArrayList();
    private final DoubleArrayList volumesA3 = new DoubleArrayList();
    private final IntArrayList firstFrameOfSegment = new IntArrayList();
    private final Map<Path, Opening> openings = new LinkedHashMap<>();
    private final double[] scratch;
    private final Cell firstCell;
    private final StepSpacing spacing = new StepSpacing();
    private final CheckpointSearch checkpoints;
    private boolean fixedCell = true;
    private boolean statedUnwrapped = true;
    private int accepted;

    /** Positions of the first two frames of a segment. Replicas may start alike, but they do not go on alike. */
    private record Opening(double[] first, double[] second) {}

    RunIngest(
            RunFiles run,
            RunOptions options,
            ReadProgress progress,
            StepLedger ledger,
            Atoms atoms,
            Frame first,
            boolean keepTracks) {
        this.run = run;
        this.ledger = ledger;
        checkpoints = new CheckpointSearch(ledger, atoms.size());
        this.options = options;
        this.progress = progress;
        this.atoms = atoms;
        carrier = Carrier.choose(atoms, options);
        firstCell = first.cell();
        scratch = new double[first.fractional().length];
        unwrapper = new Unwrapper(atoms.size(), firstCell);
        recorder = new TrackRecorder(atoms, carrier, options, keepTracks);
    }

    /**
     * Reads one segment to its end.
     *
     * @param first the first frame, which the caller has read already
     * @return frames read
     */
    int readSegment(TrajectoryReader reader, Path file, int segment, Frame first) throws IOException {
        while (firstFrameOfSegment.size() <= segment) {
            firstFrameOfSegment.add(accepted);
        }
        unwrapper.startFile();
        spacing.startSegment(reader.labelsCountSteps());
        int[] order = orderOfSegment(reader.atoms(), file, first);
        double[] firstPositions = first.fractional().clone();
        Frame frame = first;
        int frames = 0;
        boolean joint = unwrapper.started();
        do {
            if (!ledger.keeps(reader.labelsCountSteps() ? frame.stepLabel() : Frame.NO_LABEL)) {
                joint = unwrapper.started();
                frames++;
                continue;
            }
            StepSpacing.Step step = spacing.next(frame.stepLabel());
            if (order != null) {
                AtomMatching.apply(order, frame, scratch);
            }
            if (ledger.isFirstReading()) {
                boolean startsStretch = frames == 0 || step == StepSpacing.Step.RESTART;
                checkpoints.add(frame, startsStretch && ledger.startsOver());
            }
            boolean reordered = order != null && joint;
            addFrame(frame, segment + 1, joint || step == StepSpacing.Step.RESTART, reordered);
            joint = false;
            frames++;
            progress.framesRead(accepted);
            if (frames == 2) {
                rememberOpening(file, firstPositions, frame);
            }
        } while (reader.next(frame));
        checkpoints.endStretch();
        return frames;
    }

    private void addFrame(Frame frame, int segment, boolean joint, boolean reordered) {
        unwrapper.measure(frame);
        if (unwrapper.started()) {
            if (joint) {
                int before = Math.max(1, segment - (firstFrameOfSegment.getInt(segment - 1) == accepted ? 1 : 0));
                Seam.Kind kind = unwrapper.maxStepA() < SAME_POSITION_A
                        ? Seam.Kind.DUPLICATE_FRAME
                        : reordered ? Seam.Kind.REORDERED_ATOMS : Seam.Kind.CONTINUOUS;
                audit.addJoint(before, accepted, kind, unwrapper.maxStepA(), unwrapper.rmsStepA());
                if (kind == Seam.Kind.DUPLICATE_FRAME) {
                    return;
                }
            }
            audit.addStep(unwrapper.rmsStepA(), unwrapper.maxStepA(), unwrapper.participation());
            rmsSteps.add(unwrapper.rmsStepA());
        }
        unwrapper.accept(frame);
        spacing.accept();
        if (accepted % options.stride() == 0) {
            recorder.add(unwrapper.path(), frame.cell());
            volumesA3.add(frame.cell().volumeA3());
        }
        accepted++;
        fixedCell &= frame.cell().equals(firstCell);
        statedUnwrapped &= frame.unwrapped();
    }

    /** The order that makes a segment's atoms those of the run, or null if they are already. */
    private int @Nullable [] orderOfSegment(Atoms other, Path file, Frame first) {
        if (!other.composition().equals(atoms.composition())) {
            throw new TrajectoryException(file + " holds " + other.formula() + ", the segments before it "
                    + atoms.formula() + ": these are not one run. Give them as separate runs");
        }
        if (!unwrapper.started()) {
            return null;
        }
        if (other.equals(atoms)) {
            unwrapper.measure(first);
            double usualA = mean(rmsSteps);
            if (rmsSteps.isEmpty() || unwrapper.rmsStepA() < REORDER_RMS_FACTOR * usualA) {
                return null;
            }
        }
        int[] order = AtomMatching.match(atoms, unwrapper.lastPositions(), other, first, REORDER_REACH_A);
        if (order == null && !other.equals(atoms)) {
            throw new TrajectoryException(file + " orders its atoms " + other.formula() + ", the segment before it "
                    + atoms.formula() + ", and their positions do not tell which is which."
                    + " Write both in the same order");
        }
        boolean frameworkMoved = order != null && permutesFramework(order);
        return frameworkMoved || !other.equals(atoms) ? order : null;
    }

    /** Mobile ions on each other's sites are no reordering but another run; permuted framework atoms are. */
    private boolean permutesFramework(int[] order) {
        for (int i : carrier.frameworkIndices(atoms, options)) {
            if (order[i] != i) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a segment that opens with the two frames of an earlier one: both hold the same stretch of the run. */
    private void rememberOpening(Path file, double[] first, Frame second) {
        openings.forEach((earlier, opening) -> {
            if (samePositions(second, opening.second()) && samePositions(second.cell(), first, opening.first())) {
                throw new TrajectoryException(file + " starts with the same frames as " + earlier
                        + ": both hold the same stretch of the run. Name the file to be used instead of " + run.path());
            }
        });
        openings.put(file, new Opening(first, second.fractional().clone()));
    }

    private static boolean samePositions(Frame frame, double[] positions) {
        return samePositions(frame.cell(), frame.fractional(), positions);
    }

    private static boolean samePositions(Cell cell, double[] fractional, double[] positions) {
        MinimumImage image = new MinimumImage(cell);
        double[] step = new double[3];
        for (int at = 0; at < positions.length; at += 3) {
            for (int axis = 0; axis < 3; axis++) {
                step[axis] = fractional[at + axis] - positions[at + axis];
            }
            if (image.reduce(step, 0) > SAME_FRAME_A * SAME_FRAME_A) {
                return false;
            }
        }
        return true;
    }

    private static double mean(DoubleArrayList values) {
        return values.doubleStream().average().orElse(0);
    }

    Atoms atoms() {
        return atoms;
    }

    Carrier carrier() {
        return carrier;
    }

    TrackRecorder recorder() {
        return recorder;
    }

    /** The joints of the run, judged; to be asked once, at its end. */
    List<Seam> seams() {
        int[] starts = firstFramesOfSegments();
        audit.addGaps(spacing.gaps(), starts);
        return audit.seams(starts);
    }

    double longestStepA(List<Seam> seams) {
        return audit.longestStepA(seams);
    }

    StepSpacing spacing() {
        return spacing;
    }

    /** Frames read and accepted, before the stride. */
    int accepted() {
        return accepted;
    }

    private int[] firstFramesOfSegments() {
        return firstFrameOfSegment.toIntArray();
    }

    double[] rmsStepsA() {
        return rmsSteps.toDoubleArray();
    }

    boolean fixedCell() {
        return fixedCell;
    }

    boolean statedUnwrapped() {
        return statedUnwrapped;
    }

    /** Mean volume of the first or the last tenth of the run, Å³. */
    double tenthVolumeA3(boolean last) {
        int window = Math.max(1, volumesA3.size() / 10);
        int from = last ? volumesA3.size() - window : 0;
        return mean(new DoubleArrayList(volumesA3.subList(from, from + window)));
    }

    String unwrapping() {
        return String.format(
                Locale.ROOT,
                "%s, times the %s cell",
                statedUnwrapped ? "unwrapped by the file" : "shortest image of every step, in fractional space",
                fixedCell ? "fixed" : "mean");
    }

    @Override
    public void close() {
        recorder.close();
    }
}
