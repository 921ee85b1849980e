package org.percolith.trajectory.format.gromacs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.Structure;
import org.percolith.trajectory.format.StructureHints;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.bytes.BinaryStream;
import org.percolith.trajectory.format.gromacs.GromacsFrames.GromacsDamage;
import org.percolith.trajectory.format.gromacs.GromacsFrames.GromacsFrame;
import org.percolith.trajectory.format.reading.FrameTimes;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.format.structure.CompanionStructure;
import org.percolith.trajectory.quantity.Sourced;

/** Reads GROMACS XTC and TRR. Elements, and the cell where the box is zero, come from a structure. */
final class GromacsReader implements TrajectoryReader {

    private static final double NM_A = 10;

    private final BinaryStream in;
    private final GromacsFrames frames;
    private final ReadingLog log;
    private final FrameTimes times;
    private final Structure structure;
    private @Nullable GromacsFrame first;

    GromacsReader(InputStream stream, Path file, StructureHints hints, GromacsFrames frames) throws IOException {
        in = new BinaryStream(stream, ByteOrder.BIG_ENDIAN);
        this.frames = frames;
        log = new ReadingLog(file);
        times = new FrameTimes("the times in " + file.getFileName());
        try {
            first = frames.next(in);
        } catch (GromacsDamage e) {
            throw new UnsupportedFormatException(
                    file + " is cut or damaged in its first frame (" + e.getMessage() + "): there is no frame in it");
        }
        if (first == null) {
            throw new UnsupportedFormatException(file + " holds no frame with positions");
        }
        structure = CompanionStructure.of(file, first.positionsNm().length / 3, hints, log);
    }

    @Override
    public Atoms atoms() {
        return structure.atoms();
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (log.truncated()) {
            return false;
        }
        GromacsFrame stored = first;
        first = null;
        long at = in.offset();
        try {
            stored = stored != null ? stored : frames.next(in);
        } catch (GromacsDamage e) {
            log.stopAtByte(at, String.valueOf(e.getMessage()));
            return false;
        }
        return stored != null && deliver(stored, frame, at);
    }

    private boolean deliver(GromacsFrame stored, Frame frame, long at) {
        double[] positions = stored.positionsNm();
        if (positions.length != frame.fractional().length) {
            log.stopAtByte(at, "a frame of " + positions.length / 3 + " atoms, " + atoms().size() + " before");
            return false;
        }
        double[] box = stored.boxNm();
        boolean boxed = false;
        for (int k = 0; k < 9; k++) {
            box[k] *= NM_A;
            boxed |= box[k] != 0;
        }
        Cell cell;
        try {
            cell = boxed ? Cell.ofRows(box) : structure.cell();
        } catch (IllegalArgumentException e) {
            log.stopAtByte(at, String.valueOf(e.getMessage()));
            return false;
        }
        for (int k = 0; k < positions.length; k++) {
            frame.fractional()[k] = NM_A * positions[k];
        }
        cell.toFractional(frame.fractional());
        String fault = PlausiblePositions.fault(frame.fractional());
        if (fault != null) {
            log.stopAtByte(at, fault);
            return false;
        }
        frame.setCell(cell);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(stored.step());
        frame.setUnwrapped(false);
        times.add(frame, 1000 * stored.timePs());
        log.frameRead();
        return true;
    }

    @Override
    public boolean labelsCountSteps() {
        return true;
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
        in.close();
    }
}
