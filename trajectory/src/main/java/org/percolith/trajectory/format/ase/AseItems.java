package org.percolith.trajectory.format.ase;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.bytes.SeekableFile;

/**
 * The items of an ulm file: JSON objects whose arrays are references to raw data. They are found by the table of offsets,
 * and where a cut file lost it, by looking through the file for what an item looks like.
 *
 * @see <a href="https://wiki.fysik.dtu.dk/ase/ase/io/ulm.html">ASE, ulm files</a>
 */
final class AseItems implements AutoCloseable {

    private static final int HEADER_BYTES = 48;
    private static final int ITEMS_AT = 32;
    private static final int LONGEST_ITEM = 1 << 26;
    private static final int SCANNED_BLOCK = 1 << 20;
    private static final Pattern BIG_ENDIAN = Pattern.compile("\"_little_endian\":\\s*false");

    private final SeekableFile in;
    private final long stated;
    private final long table;
    private @Nullable LongArrayList found;

    /** The items of an ulm file, which is closed with this. */
    AseItems(SeekableFile in) throws IOException {
        this.in = in;
        ByteBuffer header = in.read(0, HEADER_BYTES);
        stated = header == null ? -1 : header.getLong(ITEMS_AT);
        table = header == null ? -1 : header.getLong(ITEMS_AT + Long.BYTES);
    }

    /** How many items the header counts; -1 if the file ends inside it. */
    long stated() {
        return stated;
    }

    /** Bytes of the (inflated) file. */
    long size() throws IOException {
        return in.size();
    }

    /** The JSON text of an item, or null if the file does not hold it. */
    @Nullable
    String text(long index) throws IOException {
        if (index >= stated) {
            return null;
        }
        LongArrayList known = found;
        ByteBuffer entry =
                known == null && index < Long.MAX_VALUE / 16 ? in.read(table + Long.BYTES * index, Long.BYTES) : null;
        String text = entry == null ? null : at(entry.getLong());
        if (text != null) {
            return text;
        }
        if (known == null) {
            known = scan();
            found = known;
        }
        return index < known.size() ? at(known.getLong((int) index)) : null;
    }

    private @Nullable String at(long offset) throws IOException {
        ByteBuffer length = in.read(offset, Long.BYTES);
        long bytes = length == null ? -1 : length.getLong();
        ByteBuffer text = bytes > LONGEST_ITEM ? null : in.read(offset + Long.BYTES, bytes);
        return text == null ? null : StandardCharsets.UTF_8.decode(text).toString();
    }

    /** Offsets of all lengths that stand before as many bytes of JSON with positions. */
    private LongArrayList scan() throws IOException {
        LongArrayList offsets = new LongArrayList();
        long next = HEADER_BYTES;
        for (long start = HEADER_BYTES; start < in.size(); start += SCANNED_BLOCK) {
            ByteBuffer block = in.read(start, Math.min(SCANNED_BLOCK + 1L, in.size() - start));
            for (int k = 0; block != null && k + 1 < block.limit(); k++) {
                boolean opens = block.get(k) == '{' && block.get(k + 1) == '"';
                long offset = start + k - Long.BYTES;
                String text = opens && offset >= next ? at(offset) : null;
                if (text != null && text.endsWith("}") && text.contains("\"positions.\"")) {
                    offsets.add(offset);
                    next = start + k + text.length();
                }
            }
        }
        return offsets;
    }

    /** The array that an item refers to, or null if it has none of this name or the file does not hold its data. */
    double @Nullable [] array(String item, String name) throws IOException {
        Matcher reference = Pattern.compile("\"" + name + "\\.\":\\s*\\{\\s*\"ndarray\":\\s*"
                        + "\\[\\s*\\[([0-9, ]*)\\],\\s*\"(\\w+)\",\\s*(\\d{1,18})\\s*\\]")
                .matcher(item);
        if (!reference.find()) {
            return null;
        }
        long count = 1;
        for (String length : reference.group(1).split(",")) {
            count *= Long.parseLong(length.strip().isEmpty() ? "1" : length.strip());
            if (count > 3L * Atoms.MOST) {
                return null;
            }
        }
        String type = reference.group(2);
        int width = type.endsWith("64") ? Long.BYTES : type.endsWith("32") ? Integer.BYTES : Byte.BYTES;
        ByteBuffer data = in.read(Long.parseLong(reference.group(3)), count * width);
        if (data != null && BIG_ENDIAN.matcher(item).find()) {
            data.order(ByteOrder.BIG_ENDIAN);
        }
        return data == null ? null : values(data, type, (int) count);
    }

    private static double @Nullable [] values(ByteBuffer data, String type, int count) {
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            switch (type) {
                case "float64" -> values[k] = data.getDouble();
                case "float32" -> values[k] = data.getFloat();
                case "int64" -> values[k] = data.getLong();
                case "int32" -> values[k] = data.getInt();
                case "int8", "uint8" -> values[k] = data.get();
                default -> {
                    return null;
                }
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
