package org.percolith.trajectory.format.stepped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.MalformedTrajectoryException;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.text.ByteWindow;
import org.percolith.trajectory.quantity.Sourced;

/** Reads the frames of one {@link StepGrammar}. */
final class SteppedReader implements TrajectoryReader {

    private final ByteWindow window;
    private final StepLines lines;
    private final StepGrammar grammar;
    private final ReadingLog log;
    private final FrameTimes times;
    private final List<String> symbols;
    private final Atoms atoms;
    private final boolean labelsCountSteps;
    private @Nullable Step first;

    SteppedReader(ByteWindow window, Path file, StepGrammar grammar) throws IOException {
        this.window = window;
        this.grammar = grammar;
        lines = new StepLines(window, file);
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        first = grammar.read(lines);
        if (first == null) {
            throw new UnsupportedFormatException(file + " ends before its first frame: there is no frame in it");
        }
        symbols = first.symbols();
        atoms = new Atoms(symbols);
        labelsCountSteps = first.label() != Frame.NO_LABEL;
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        Step step;
        try {
            step = first == null ? grammar.read(lines) : first;
        } catch (MalformedTrajectoryException e) {
            log.stop(window, window.line(), String.valueOf(e.getMessage()));
            return false;
        }
        first = null;
        if (step == null) {
            return false;
        }
        String fault = step.symbols().equals(symbols)
                ? PlausiblePositions.fault(step.fractional())
                : "other atoms than before: these are separate structures, not a trajectory";
        if (fault != null) {
            log.stop(window, step.line(), fault);
            return false;
        }
        System.arraycopy(step.fractional(), 0, frame.fractional(), 0, step.fractional().length);
        frame.setCell(step.cell());
        frame.setLine(step.line());
        frame.setStepLabel(step.label());
        frame.setUnwrapped(false);
        frame.setTimeFs(null);
        Double timeFs = step.timeFs();
        if (timeFs != null) {
            times.add(frame, timeFs);
        }
        log.frameRead();
        return true;
    }

    @Override
    public boolean labelsCountSteps() {
        return labelsCountSteps;
    }

    @Override
    public Optional<Sourced<Double>> frameIntervalFs() {
        return times.intervalFs();
    }

    @Override
    public boolean truncated() {
        return log.truncated();
    }

    @Override
    public List<String> notices() {
        return log.notices();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
