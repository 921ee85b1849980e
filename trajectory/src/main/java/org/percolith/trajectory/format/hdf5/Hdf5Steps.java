package org.percolith.trajectory.format.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.OrderedDataType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.bytes.SeekableFile;

/**
 * Numbers {@code [step, ...]} of an HDF5 dataset, one step at a time. Contiguous data are read where they lie (slices of the
 * library take 24 bytes at a time); chunked ones by as many steps as share a chunk, so that each is inflated once.
 */
public final class Hdf5Steps {

    private static final long LARGEST_BLOCK_VALUES = 1 << 22;

    private static final Set<Class<?>> TYPES = Set.of(double.class, float.class, long.class, int.class);

    private final Dataset dataset;
    private final Class<?> type;
    private final SeekableFile bytes;
    private final long firstByte;
    private final long steps;
    private final int values;
    private final int width;
    private final int stepsPerBlock;
    private double[] block = new double[0];
    private long blockStart = -1;

    /**
     * Steps of a dataset.
     *
     * @param userBlock bytes before the HDF5 content
     * @throws IllegalArgumentException if it is a scalar or holds no numbers
     */
    Hdf5Steps(Dataset dataset, SeekableFile bytes, long userBlock) {
        this.dataset = dataset;
        this.bytes = bytes;
        long[] shape = dataset.getDimensionsAsLong();
        type = dataset.getJavaType();
        if (shape.length < 1 || !TYPES.contains(type)) {
            throw new IllegalArgumentException(shape.length + " dimensions of " + type);
        }
        long perStep = 1;
        for (int k = 1; k < shape.length; k++) {
            perStep = Math.multiplyExact(perStep, shape[k]);
        }
        if (perStep < 1 || perStep > 3L * Atoms.MOST) {
            throw new IllegalArgumentException(perStep + " numbers a step");
        }
        steps = shape[0];
        values = (int) perStep;
        width = type == double.class || type == long.class ? Long.BYTES : Integer.BYTES;
        firstByte = dataset instanceof ContiguousDataset contiguous
                        && !dataset.isEmpty()
                        && dataset.getDataType().getSize() == width
                ? userBlock + contiguous.getDataAddress()
                : -1;
        int shared = dataset instanceof ChunkedDataset chunked ? chunked.getChunkDimensions()[0] : 1;
        stepsPerBlock = (int) Math.max(1, Math.min(shared, LARGEST_BLOCK_VALUES / values));
    }

    /** Steps of the dataset. */
    public long steps() {
        return steps;
    }

    /** Numbers of one step. */
    public int values() {
        return values;
    }

    /**
     * Reads one step into {@code target}.
     *
     * @return false if the file does not hold it, or holds it damaged
     */
    public boolean read(long step, double[] target) throws IOException {
        if (step >= steps) {
            return false;
        }
        if (firstByte >= 0) {
            return readInPlace(step, target);
        }
        long start = step - step % stepsPerBlock;
        if (start != blockStart) {
            double[] read = readBlock(start);
            if (read == null) {
                return false;
            }
            block = read;
            blockStart = start;
        }
        System.arraycopy(block, (int) (step - start) * values, target, 0, values);
        return true;
    }

    private boolean readInPlace(long step, double[] target) throws IOException {
        long stepBytes = (long) values * width;
        ByteBuffer data = bytes.read(firstByte + step * stepBytes, stepBytes);
        if (data == null) {
            return false;
        }
        data.order(
                dataset.getDataType() instanceof OrderedDataType ordered
                        ? ordered.getByteOrder()
                        : ByteOrder.nativeOrder());
        for (int k = 0; k < values; k++) {
            target[k] = next(data);
        }
        return true;
    }

    private double next(ByteBuffer data) {
        if (type == double.class) {
            return data.getDouble();
        }
        return type == float.class ? data.getFloat() : type == long.class ? data.getLong() : data.getInt();
    }

    /** The steps of a block; null where the library cannot read them, whatever it throws on damaged chunks. */
    private double @Nullable [] readBlock(long start) {
        try {
            int[] shape = dataset.getDimensions();
            long[] offset = new long[shape.length];
            offset[0] = start;
            shape[0] = (int) Math.min(stepsPerBlock, steps - start);
            double[] flat = new double[shape[0] * values];
            flatten(dataset.getData(offset, shape), flat, 0);
            return flat;
        } catch (RuntimeException | OutOfMemoryError e) {
            return null;
        }
    }

    private static int flatten(@Nullable Object nested, double[] flat, int from) {
        int at = from;
        if (nested instanceof double[] row) {
            System.arraycopy(row, 0, flat, at, row.length);
            return at + row.length;
        }
        int length = nested == null ? 0 : Array.getLength(nested);
        for (int k = 0; k < length; k++) {
            if (nested instanceof Object[] parts) {
                at = flatten(parts[k], flat, at);
            } else {
                flat[at++] = Array.getDouble(nested, k);
            }
        }
        return at;
    }
}
