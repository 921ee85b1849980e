package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.bytes.BinaryStream;
import org.percolith.trajectory.format.netcdf.NetcdfHeader.Variable;

/** The records of a netCDF classic file, read forward; the length of the file, not its header, says how many there are. */
final class NetcdfRecords implements AutoCloseable {

    private static final long LARGEST_FIXED = 1L << 26;

    private final BinaryStream in;
    private final NetcdfHeader header;
    private final Map<String, double[]> fixed = new HashMap<>();
    private long firstRecord;
    private @Nullable ByteBuffer record;

    /** Reads the header and the variables that do not grow. */
    NetcdfRecords(InputStream stream, Path file) throws IOException {
        in = new BinaryStream(stream, ByteOrder.BIG_ENDIAN);
        NetcdfHeader found = NetcdfHeader.read(in);
        if (found == null) {
            throw new UnsupportedFormatException(file + " ends or is damaged in its netCDF header");
        }
        header = found;
        firstRecord = Long.MAX_VALUE;
        for (Variable variable : header.variables().values()) {
            if (variable.growing()) {
                firstRecord = Math.min(firstRecord, variable.begin());
            }
        }
        long start = in.offset();
        long bytes = firstRecord - start;
        boolean sane = header.recordBytes() > 0 && header.recordBytes() < Integer.MAX_VALUE && bytes >= 0;
        ByteBuffer before = sane && bytes < LARGEST_FIXED ? in.read((int) bytes) : null;
        if (before == null) {
            throw new UnsupportedFormatException(file + " holds no records that grow with time, or is cut before them");
        }
        header.variables().forEach((name, variable) -> {
            long at = variable.begin() - start;
            if (!variable.growing() && at >= 0 && at + variable.bytes() <= bytes) {
                fixed.put(name, variable.read(before.position((int) at)));
            }
        });
    }

    boolean has(String name) {
        return header.variables().containsKey(name);
    }

    /** Length of the dimensions of a variable that grows, or null if there is none of this name. */
    @Nullable
    Variable growing(String name) {
        Variable variable = header.variables().get(name);
        return variable != null && variable.growing() ? variable : null;
    }

    /** A variable that does not grow, or null. */
    double @Nullable [] fixed(String name) {
        return fixed.get(name);
    }

    /** Reads the next record; false if the file ends before it is complete. */
    boolean next() throws IOException {
        record = in.read((int) header.recordBytes());
        return record != null;
    }

    /** A variable in the current record, or null if it is absent. */
    double @Nullable [] inRecord(String name) {
        Variable variable = growing(name);
        ByteBuffer current = record;
        if (variable == null || current == null) {
            return null;
        }
        long at = variable.begin() - firstRecord;
        return at + variable.bytes() > header.recordBytes() ? null : variable.read(current.position((int) at));
    }

    /** Records that the header states; -1 if it states none. */
    long stated() {
        return header.records();
    }

    long offset() {
        return in.offset();
    }

    boolean isBroken() {
        return in.isBroken();
    }

    String ending() {
        return in.ending();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
