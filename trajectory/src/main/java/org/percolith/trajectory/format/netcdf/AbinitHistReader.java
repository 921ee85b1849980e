package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.MdSettings;
import org.percolith.trajectory.format.TrajectoryReader;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.netcdf.NetcdfHeader.Variable;
import org.percolith.trajectory.format.reading.PlausiblePositions;
import org.percolith.trajectory.format.reading.ReadingLog;
import org.percolith.trajectory.quantity.PhysicalConstants;

/** Reads ABINIT HIST.nc: reduced coordinates {@code xred} and cell rows {@code rprimd} (bohr) of every step. */
final class AbinitHistReader implements TrajectoryReader {

    private final NetcdfRecords records;
    private final ReadingLog log;
    private final Atoms atoms;
    private boolean ended;
    private boolean moves;

    AbinitHistReader(NetcdfRecords records, Path file) {
        this.records = records;
        log = new ReadingLog(file);
        double[] types = records.fixed("typat");
        double[] numbers = records.fixed("znucl");
        Variable positions = records.growing("xred");
        if (positions != null
                && types != null
                && positions.shape().size() > 2
                && positions.shape().get(0) > 1) {
            throw new UnsupportedFormatException(
                    file + " holds " + positions.shape().get(0)
                            + " images of one system (path integrals, or a string of images): they are no trajectory of its ions."
                            + " Give a run of one image");
        }
        if (types == null
                || numbers == null
                || positions == null
                || types.length == 0
                || positions.values() != 3L * types.length
                || records.growing("rprimd") == null) {
            throw new UnsupportedFormatException(file + " holds no xred, rprimd, typat and znucl of one system");
        }
        List<String> symbols = new ArrayList<>();
        for (double type : types) {
            int index = (int) type - 1;
            int number = index >= 0 && index < numbers.length ? (int) numbers[index] : 0;
            symbols.add(ElementSymbols.ofAtomicNumber(number)
                    .orElseThrow(() -> new UnsupportedFormatException(file + ": no element has the number " + number)));
        }
        atoms = new Atoms(symbols);
    }

    @Override
    public Atoms atoms() {
        return atoms;
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (ended) {
            return false;
        }
        long at = records.offset();
        if (!records.next()) {
            ended = true;
            if (records.isBroken() || records.offset() > at) {
                log.stopAtByte(at, records.ending() + " inside a record");
            }
            return false;
        }
        double[] reduced = records.inRecord("xred");
        double[] rows = records.inRecord("rprimd");
        try {
            if (reduced == null || rows == null) {
                throw new IllegalArgumentException("a record without positions or cell");
            }
            for (int k = 0; k < rows.length; k++) {
                rows[k] *= PhysicalConstants.BOHR_A;
            }
            frame.setCell(Cell.ofRows(rows));
            String fault = PlausiblePositions.fault(reduced);
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
        } catch (IllegalArgumentException e) {
            ended = true;
            log.stopAtByte(at, String.valueOf(e.getMessage()));
            return false;
        }
        double[] velocities = records.inRecord("vel");
        moves |= velocities != null && Arrays.stream(velocities).anyMatch(v -> v != 0);
        System.arraycopy(reduced, 0, frame.fractional(), 0, reduced.length);
        frame.setLine(log.frames() + 1);
        frame.setStepLabel(log.frames());
        frame.setUnwrapped(false);
        log.frameRead();
        return true;
    }

    /** Time step and set temperatures; a relaxation has the same layout, but its atoms have no velocities. */
    @Override
    public MdSettings settings() {
        double[] stepAu = records.fixed("dtion");
        double[] setK = records.fixed("mdtemp");
        Map<String, String> tags = new HashMap<>();
        if (moves && stepAu != null && stepAu.length == 1) {
            tags.put("POTIM", Double.toString(PhysicalConstants.HARTREE_TIME_FS * stepAu[0]));
        }
        if (moves && setK != null && setK.length == 2) {
            tags.put("TEBEG", Double.toString(setK[0]));
            tags.put("TEEND", Double.toString(setK[1]));
        }
        return new MdSettings(tags, String.valueOf(log.file().getFileName()));
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
        records.close();
    }
}
