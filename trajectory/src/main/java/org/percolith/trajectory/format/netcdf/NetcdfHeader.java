package org.percolith.trajectory.format.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.format.bytes.BinaryStream;

/**
 * The header of a netCDF classic file (CDF-1, 64-bit offset, CDF-5): dimensions, attributes, variables.
 *
 * @param variables by name, in file order
 * @param recordBytes bytes of one record of all variables that grow with the unlimited dimension
 * @param records count as the header states it, -1 if it states none
 * @see <a href="https://docs.unidata.ucar.edu/netcdf-c/current/file_format_specifications.html">the specification</a>
 */
record NetcdfHeader(Map<String, Variable> variables, long recordBytes, long records) {

    private static final int MOST_ITEMS = 4096;
    private static final int LONGEST_NAME = 1 << 16;
    private static final int LONGEST_ATTRIBUTE = 1 << 22;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8};

    /**
     * One variable.
     *
     * @param shape lengths of its dimensions, without the unlimited one
     * @param growing true if its first dimension is the unlimited one
     * @param begin offset of its first value
     * @param bytes of one record of it, or of the whole
     * @param scale its scale_factor attribute, 1 if it has none
     */
    record Variable(int type, List<Long> shape, boolean growing, long begin, long bytes, double scale, String units) {

        long values() {
            return shape.stream().reduce(1L, (a, b) -> a * b);
        }

        /** The values at the position of a buffer, scaled. */
        double[] read(ByteBuffer buffer) {
            double[] values = new double[(int) values()];
            for (int k = 0; k < values.length; k++) {
                values[k] = scale
                        * switch (type) {
                            case 1, 2 -> buffer.get();
                            case 3 -> buffer.getShort();
                            case 4 -> buffer.getInt();
                            case 5 -> buffer.getFloat();
                            case 6 -> buffer.getDouble();
                            case 7 -> buffer.get() & 0xff;
                            case 8 -> buffer.getShort() & 0xffff;
                            case 9 -> buffer.getInt() & 0xffffffffL;
                            default -> buffer.getLong();
                        };
            }
            return values;
        }
    }

    /** Reads a header; null if it is cut or is none. */
    static @Nullable NetcdfHeader read(BinaryStream in) throws IOException {
        ByteBuffer magic = in.read(4);
        if (magic == null || magic.get() != 'C' || magic.get() != 'D' || magic.get() != 'F') {
            return null;
        }
        try {
            return new Parser(in, magic.get()).header();
        } catch (HeaderCut e) {
            return null;
        }
    }

    /** The header ends or holds a count that cannot be. */
    private static final class HeaderCut extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record Attribute(String text, double number) {}

    private static final class Parser {

        private final BinaryStream in;
        private final boolean wideCounts;
        private final boolean wideOffsets;

        Parser(BinaryStream in, int version) throws HeaderCut {
            if (version != 1 && version != 2 && version != 5) {
                throw new HeaderCut();
            }
            this.in = in;
            wideCounts = version == 5;
            wideOffsets = version != 1;
        }

        NetcdfHeader header() throws IOException, HeaderCut {
            long records = wideCounts ? bytes(8).getLong() : bytes(4).getInt();
            List<Long> dimensions = new ArrayList<>();
            for (long k = items(); k > 0; k--) {
                name();
                dimensions.add(count());
            }
            attributes();
            Map<String, Variable> variables = new LinkedHashMap<>();
            for (long k = items(); k > 0; k--) {
                variables.put(name(), variable(dimensions));
            }
            long growing = variables.values().stream().filter(Variable::growing).count();
            long recordBytes = 0;
            for (Variable variable : variables.values()) {
                if (variable.growing()) {
                    recordBytes += growing == 1 ? variable.bytes() : (variable.bytes() + 3) / 4 * 4;
                }
            }
            return new NetcdfHeader(variables, recordBytes, records);
        }

        private Variable variable(List<Long> dimensions) throws IOException, HeaderCut {
            List<Long> shape = new ArrayList<>();
            boolean growing = false;
            long rank = limited(count(), 16);
            for (int k = 0; k < rank; k++) {
                long dimension = count();
                if (dimension < 0 || dimension >= dimensions.size()) {
                    throw new HeaderCut();
                }
                long length = dimensions.get((int) dimension);
                growing |= length == 0 && k == 0;
                if (length != 0 || k > 0) {
                    shape.add(length);
                }
            }
            Map<String, Attribute> attributes = attributes();
            int type = type();
            count();
            long begin = wideOffsets ? bytes(8).getLong() : bytes(4).getInt();
            long bytes = TYPE_BYTES[type];
            for (long length : shape) {
                if (length < 0 || length > Integer.MAX_VALUE || bytes * length > Integer.MAX_VALUE) {
                    throw new HeaderCut();
                }
                bytes *= length;
            }
            Attribute scale = attributes.get("scale_factor");
            Attribute units = attributes.get("units");
            return new Variable(
                    type,
                    shape,
                    growing,
                    begin,
                    bytes,
                    scale == null ? 1 : scale.number(),
                    units == null ? "" : units.text());
        }

        private Map<String, Attribute> attributes() throws IOException, HeaderCut {
            Map<String, Attribute> attributes = new LinkedHashMap<>();
            for (long k = items(); k > 0; k--) {
                String name = name();
                int type = type();
                long count = limited(count(), LONGEST_ATTRIBUTE);
                int length = (int) limited(count * TYPE_BYTES[type], LONGEST_ATTRIBUTE);
                ByteBuffer value = bytes((length + 3) / 4 * 4);
                double number = count == 1 && type == 5
                        ? value.getFloat(0)
                        : count == 1 && type == 6 ? value.getDouble(0) : count == 1 && type == 4 ? value.getInt(0) : 1;
                attributes.put(name, new Attribute(text(value, length), number));
            }
            return attributes;
        }

        /** The count of a list, after its tag; 0 if it is absent. */
        private long items() throws IOException, HeaderCut {
            bytes(4);
            return limited(count(), MOST_ITEMS);
        }

        private int type() throws IOException, HeaderCut {
            int type = bytes(4).getInt();
            if (type < 1 || type >= TYPE_BYTES.length) {
                throw new HeaderCut();
            }
            return type;
        }

        private String name() throws IOException, HeaderCut {
            int length = (int) limited(count(), LONGEST_NAME);
            return text(bytes((length + 3) / 4 * 4), length);
        }

        private static String text(ByteBuffer bytes, int length) {
            byte[] copy = new byte[length];
            bytes.get(0, copy);
            return new String(copy, StandardCharsets.ISO_8859_1);
        }

        private long count() throws IOException, HeaderCut {
            return wideCounts ? bytes(8).getLong() : bytes(4).getInt();
        }

        private static long limited(long count, long most) throws HeaderCut {
            if (count < 0 || count > most) {
                throw new HeaderCut();
            }
            return count;
        }

        private ByteBuffer bytes(int count) throws IOException, HeaderCut {
            ByteBuffer read = in.read(count);
            if (read == null) {
                throw new HeaderCut();
            }
            return read;
        }
    }
}
