package org.percolith.trajectory.run;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;

/** The state of one pass over the segments of a run: joins them, unwraps, records tracks, audits every step. */
final class RunIngest implements AutoCloseable {

    private static final double SAME_POSITION_A = 1e-5;
    private static final double REORDER_RMS_FACTOR = 2;
    private static final double REORDER_REACH_A = 1.5;

    private final RunOptions options;
    private final ReadProgress progress;
    private final StepLedger ledger;
    private final Atoms atoms;
    private final Determination<Carrier> mobileIon;
    private final int[] placed;
    private final Unwrapper unwrapper;
    private final TrackRecorder recorder;
    private final SeamAudit audit = new SeamAudit();
    private final DoubleArrayList rmsSteps = new DoubleArrayList();
    private final DoubleArrayList volumesA3 = new DoubleArrayList();
    private final IntArrayList firstFrameOfSegment = new IntArrayList();
    private final SegmentOpenings openings;
    private final JoinedFrames joined;
    private final double[] scratch;
    private final Cell firstCell;
    private final StepSpacing spacing = new StepSpacing();
    private final CheckpointSearch checkpoints;
    private boolean fixedCell = true;
    private boolean statedUnwrapped = true;
    private int accepted;

    RunIngest(
            RunFiles run,
            RunOptions options,
            ReadProgress progress,
            StepLedger ledger,
            Atoms atoms,
            Frame first,
            boolean keepTracks,
            JoinedFrames joined) {
        openings = new SegmentOpenings(run);
        this.joined = joined;
        this.ledger = ledger;
        checkpoints = new CheckpointSearch(ledger, atoms.size());
        this.options = options;
        this.progress = progress;
        this.atoms = atoms;
        mobileIon = Carrier.choose(atoms, options);
        Sourced<Carrier> found = mobileIon.found();
        @Nullable Carrier carrier = keepTracks ? mobileIon.require() : found == null ? null : found.value();
        int[] framework = Framework.indices(atoms, carrier, options);
        placed = carrier == null && framework.length == 0
                ? atoms.indicesOf(atoms.composition().keySet())
                : framework;
        firstCell = first.cell();
        scratch = new double[first.fractional().length];
        unwrapper = new Unwrapper(atoms.size(), firstCell);
        recorder = new TrackRecorder(
                atoms, carrier == null ? new int[0] : carrier.indices(atoms), framework, options, keepTracks);
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
                openings.add(file, firstPositions, frame);
            }
        } while (reader.next(frame));
        checkpoints.endStretch();
        return frames;
    }

    private void addFrame(Frame frame, int segment, boolean joint, boolean reordered) throws IOException {
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
        joined.accept(accepted, frame, unwrapper.path());
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
        boolean frameworkMoved = order != null && permutesPlaced(order);
        return frameworkMoved || !other.equals(atoms) ? order : null;
    }

    /**
     * Mobile ions on each other's sites are no reordering but another run; permuted framework atoms are. Where no ion is
     * known to be mobile, every atom has its place.
     */
    private boolean permutesPlaced(int[] order) {
        for (int i : placed) {
            if (order[i] != i) {
                return true;
            }
        }
        return false;
    }

    private static double mean(DoubleArrayList values) {
        return values.doubleStream().average().orElse(0);
    }

    Atoms atoms() {
        return atoms;
    }

    Determination<Carrier> mobileIon() {
        return mobileIon;
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
