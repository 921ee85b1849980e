package org.percolith.trajectory.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.TrajectoryException;
import org.percolith.trajectory.format.TrajectoryFiles;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.quantity.Determination;
import org.percolith.trajectory.quantity.Sourced;
import org.percolith.trajectory.quantity.Verdict;

/** One reading of one run: its segments in order, then the parts put together. */
final class RunPass implements AutoCloseable {

    private static final double ROUNDING = 1e-9;

    private final TrajectoryFiles files;
    private final RunOptions options;
    private final RunFiles run;
    private final ReadProgress progress;
    private final StepLedger ledger;
    private final boolean keepTracks;
    private final JoinedFrames joined;
    private final RunSources sources;
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<Path, Long> stepsPerFrame = new LinkedHashMap<>();
    private @Nullable RunIngest ingest;

    RunPass(
            TrajectoryFiles files,
            RunOptions options,
            RunFiles run,
            ReadProgress progress,
            StepLedger ledger,
            boolean keepTracks,
            JoinedFrames joined) {
        this.joined = joined;
        this.ledger = ledger;
        this.files = files;
        this.options = options;
        this.run = run;
        this.progress = progress;
        this.keepTracks = keepTracks;
        sources = new RunSources(run, options, files);
    }

    /** The account of a run, and the frames of it that are used. */
    private record Account(RunInfo info, List<FrameRange> pieces) {}

    /** Reads all segments to their ends; the ledger then tells whether steps are there twice. */
    void read() throws IOException {
        for (int k = 0; k < run.segments().size(); k++) {
            progress.segmentStarted(run.segments().get(k), k, run.segments().size());
            readSegment(run.segments().get(k), k);
        }
    }

    /** What was read and how far to trust it. */
    RunInfo info() {
        return account().info();
    }

    /** What was read, with the tracks that were kept. */
    Run run() {
        Account account = account();
        TrackRecorder recorder = finished().recorder();
        return new Run(
                account.info(), recorder.ionTracks(account.pieces()), recorder.frameworkTracks(account.pieces()));
    }

    private RunIngest finished() {
        if (ingest == null) {
            throw new TrajectoryException(
                    "there is no complete frame in " + run.path() + ". " + String.join("; ", notices));
        }
        return ingest;
    }

    private void readSegment(Path file, int index) throws IOException {
        if (run.segments().size() > 1 && FolderScan.isEmpty(file)) {
            notices.add(file + " is empty: it holds no frame of the run");
            segments.add(new Segment(file, "empty", 0, true));
            return;
        }
        int frames = 0;
        StepSpacing spacing = new StepSpacing();
        TrajectoryFiles.Opened opened = files.openRecognised(file, options.structureHints());
        try (TrajectoryReader reader = opened.reader()) {
            Frame frame = new Frame(reader.atoms().size());
            if (reader.next(frame)) {
                RunIngest pass = ingestFrom(reader, frame);
                frames = pass.readSegment(reader, file, index, frame);
                spacing = pass.spacing();
                if (spacing.stepsOfSegment() > 0) {
                    stepsPerFrame.put(file, spacing.stepsOfSegment());
                }
            } else if (reader.notices().isEmpty()) {
                notices.add(file + " holds a header but no frame");
            }
            notices.addAll(reader.notices());
            segments.add(
                    new Segment(file, reader.dialect().orElse(opened.format().name()), frames, reader.truncated()));
            sources.add(file, reader, frames, spacing);
        }
    }

    private RunIngest ingestFrom(TrajectoryReader reader, Frame first) {
        RunIngest pass = ingest;
        if (pass == null) {
            pass = new RunIngest(run, options, progress, ledger, reader.atoms(), first, keepTracks, joined);
            ingest = pass;
        }
        return pass;
    }

    private Account account() {
        RunIngest pass = finished();
        if (pass.spacing().irregular() || Set.copyOf(stepsPerFrame.values()).size() > 1) {
            throw new TrajectoryException(irregularSpacing());
        }
        if (ledger.dropped() > 0) {
            notices.add(ledger.dropped() + " frames of " + run.path() + " hold steps that are there twice (a killed run"
                    + " was resumed); each step counts once, as the resumed run wrote it");
        }
        Determination<Double> interval = keptInterval();
        List<Seam> seams = pass.seams();
        Equilibration equilibration = Equilibration.of(pass.rmsStepsA());
        TrackRecorder recorder = pass.recorder();
        FrameRange used = usedFrames(recorder.frames(), interval, equilibration);
        List<FrameRange> pieces = clipped(storedPieces(seams, pass.accepted(), recorder.frames()), used);
        List<String> symbols = recorder.frameworkSymbols(pass.atoms());
        if (recorder.spilled()) {
            notices.add("the ion tracks exceeded the memory budget and went to a scratch file in "
                    + options.scratchDirectory());
        }
        Optional.ofNullable(sources.temperature().rampNotice()).ifPresent(notices::add);
        Optional.ofNullable(sources.temperature().contradictionNotice()).ifPresent(notices::add);
        RunInfo info = new RunInfo(
                run.label(),
                run.path(),
                sources.temperature().resolve(run.label()),
                interval,
                recorder.frames(),
                recorder.frames() - used.frames(),
                pass.atoms(),
                recorder.meanCell(),
                pass.fixedCell(),
                segments,
                seams,
                pass.mobileIon(),
                symbols,
                recorder.maxDriftA(),
                pass.unwrapping(),
                notices,
                verdicts(pass, seams, equilibration, symbols.isEmpty()));
        return new Account(info, pieces);
    }

    private String irregularSpacing() {
        String found = "the frames of " + run.path() + " have no common spacing: ";
        Map<Long, Path> different = new LinkedHashMap<>();
        stepsPerFrame.forEach((file, steps) -> different.putIfAbsent(steps, file));
        if (different.size() < 2) {
            return found + "their step labels change from frame to frame";
        }
        return found
                + different.entrySet().stream()
                        .map(entry -> entry.getValue().getFileName() + " stores one every " + entry.getKey() + " steps")
                        .collect(Collectors.joining(", "))
                + ". Name the file to be used, or give segments of one stride each as a run of their own";
    }

    /** The time between frames that are kept, which a stride lengthens. */
    private Determination<Double> keptInterval() {
        Determination<Double> interval = sources.timeAxis().resolve(run.label());
        Sourced<Double> read = interval.found();
        if (read == null || options.stride() == 1) {
            return interval;
        }
        return Determination.of(new Sourced<>(
                read.value() * options.stride(), read.source() + "; one frame in " + options.stride() + " kept"));
    }

    /** Pieces between discontinuities, in stored frames: with a stride, frame k is stored as k / stride. */
    private List<FrameRange> storedPieces(List<Seam> seams, int accepted, int frames) {
        int stride = options.stride();
        List<FrameRange> pieces = new ArrayList<>();
        for (FrameRange piece : SeamAudit.pieces(seams, accepted)) {
            int from = (piece.from() + stride - 1) / stride;
            int to = Math.min(frames, (piece.to() + stride - 1) / stride);
            if (to > from) {
                pieces.add(new FrameRange(from, to));
            }
        }
        return pieces;
    }

    private FrameRange usedFrames(int frames, Determination<Double> interval, Equilibration equilibration) {
        Double skipPs = options.skipPs();
        Double stopPs = options.stopPs();
        int from = skipPs == null
                ? equilibration.framesToSkip() / options.stride()
                : (int) Math.min(Integer.MAX_VALUE, Math.ceil(skipPs * 1000 / interval.require() - ROUNDING));
        int to = stopPs == null
                ? frames
                : (int) Math.min(frames, Math.floor(stopPs * 1000 / interval.require() + ROUNDING) + 1);
        if (from >= to) {
            throw new TrajectoryException(String.format(
                    Locale.ROOT,
                    "nothing is left of %s: it lasts %.3f ps, and --skip and --stop leave no frame",
                    run.path(),
                    (frames - 1) * interval.require() / 1000));
        }
        return new FrameRange(from, to);
    }

    private static List<FrameRange> clipped(List<FrameRange> pieces, FrameRange used) {
        return pieces.stream()
                .filter(piece -> piece.from() < used.to() && piece.to() > used.from())
                .map(piece -> new FrameRange(Math.max(piece.from(), used.from()), Math.min(piece.to(), used.to())))
                .toList();
    }

    private List<Verdict> verdicts(RunIngest pass, List<Seam> seams, Equilibration equilibration, boolean wholeCell) {
        return List.of(
                sources.timeAxis().verdict(),
                RunVerdicts.steps(pass.longestStepA(seams), pass.recorder().meanCell(), pass.statedUnwrapped()),
                RunVerdicts.seams(seams),
                equilibration.verdict(options.skipPs() != null),
                sources.temperature().verdict(),
                RunVerdicts.thermostat(sources.settings()),
                RunVerdicts.volume(pass.fixedCell(), pass.tenthVolumeA3(false), pass.tenthVolumeA3(true)),
                RunVerdicts.drift(pass.recorder().maxDriftA(), wholeCell));
    }

    @Override
    public void close() {
        if (ingest != null) {
            ingest.close();
        }
    }
}
