package org.percolith.trajectory.format.ase;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.StringJoiner;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.CartesianPositions;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.TrajectoryWriter;

/**
 * Writes ASE .traj: for each frame its arrays, then a JSON item that refers to them; the table of items last. Steps and
 * times stand in {@code info}, which ASE hands on as {@code atoms.info}.
 */
public final class AseTrajWriter implements TrajectoryWriter {

    private static final long VERSION = 3;
    private static final int HEADER_BYTES = 48;
    private static final int ALIGNMENT = Long.BYTES;

    private final FileChannel out;
    private final Atoms atoms;
    private final LongArrayList items = new LongArrayList();
    private long end;

    /** Replaces a file. */
    public AseTrajWriter(Path target, Atoms atoms) throws IOException {
        this.atoms = atoms;
        out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        putHeader(HEADER_BYTES);
        end = HEADER_BYTES;
    }

    private void putHeader(long table) throws IOException {
        ByteBuffer header = bytes(HEADER_BYTES);
        header.put("- of UlmASE-Trajectory  ".getBytes(StandardCharsets.US_ASCII));
        header.putLong(VERSION).putLong(items.size()).putLong(table);
        put(header, 0);
    }

    @Override
    public void write(Frame frame) throws IOException {
        StringJoiner item = new StringJoiner(", ", "{", "}");
        if (items.isEmpty()) {
            item.add("\"version\": 1").add("\"pbc\": [true, true, true]");
            ByteBuffer numbers = bytes(Long.BYTES * atoms.size());
            atoms.symbols().forEach(symbol -> numbers.putLong(ElementSymbols.atomicNumber(symbol)));
            item.add("\"numbers.\": " + reference("[" + atoms.size() + "]", "int64", append(numbers)));
        }
        ByteBuffer positions = bytes(3 * Double.BYTES * atoms.size());
        CartesianPositions.put(frame, positions);
        item.add("\"positions.\": " + reference("[" + atoms.size() + ", 3]", "float64", append(positions)));
        item.add(
                "\"cell\": [" + row(frame.cell(), 0) + ", " + row(frame.cell(), 1) + ", " + row(frame.cell(), 2) + "]");
        StringJoiner info = new StringJoiner(", ", "\"info\": {", "}").setEmptyValue("");
        if (frame.stepLabel() != Frame.NO_LABEL) {
            info.add("\"step\": " + frame.stepLabel());
        }
        if (frame.timeFs() != null) {
            info.add("\"time_fs\": " + frame.timeFs());
        }
        if (info.length() > 0) {
            item.add(info.toString());
        }
        byte[] json = item.toString().getBytes(StandardCharsets.US_ASCII);
        items.add(append(bytes(Long.BYTES + json.length).putLong(json.length).put(json)));
    }

    private static String reference(String shape, String type, long at) {
        return "{\"ndarray\": [" + shape + ", \"" + type + "\", " + at + "]}";
    }

    private static String row(Cell cell, int vector) {
        return "[" + cell.component(vector, 0) + ", " + cell.component(vector, 1) + ", " + cell.component(vector, 2)
                + "]";
    }

    /** Appends at the next aligned place, which is returned. */
    private long append(ByteBuffer content) throws IOException {
        long at = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        end = at + content.capacity();
        put(content, at);
        return at;
    }

    private void put(ByteBuffer content, long at) throws IOException {
        content.flip();
        while (content.hasRemaining()) {
            out.write(content, at + content.position());
        }
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            ByteBuffer table = bytes(Math.multiplyExact(Long.BYTES, Math.max(1, items.size())));
            items.forEach(table::putLong);
            putHeader(append(table.position(table.capacity())));
        }
    }
}
