package org.percolith.trajectory.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfInvalidPathException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.format.UnsupportedFormatException;
import org.percolith.trajectory.format.bytes.SeekableFile;

/** The groups and datasets of an HDF5 file. Damage to its structure makes it unusable, however the library meets it. */
public final class Hdf5File implements AutoCloseable {

    /** The first bytes, as text in ISO-8859-1. */
    public static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    /** Elements beyond which a dataset is no list of names or settings. */
    private static final long LONGEST_LIST = 1 << 16;

    private final SeekableFile bytes;
    private final HdfFile hdf;
    private final Path file;

    private Hdf5File(SeekableFile bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
        hdf = guarded(file, "the file", () -> new HdfFile(bytes.path()));
    }

    /** The file behind a stream, which is closed. */
    public static Hdf5File open(InputStream in, Path file) throws IOException {
        SeekableFile bytes = SeekableFile.of(in, file);
        try {
            return new Hdf5File(bytes, file);
        } catch (UnsupportedFormatException e) {
            bytes.close();
            throw e;
        }
    }

    /** A dataset, or null if there is none of this path. */
    @Nullable
    Dataset find(String path) {
        return guarded(file, path, () -> node(path) instanceof Dataset dataset ? dataset : null);
    }

    /** Numbers by step, or null if there is no dataset of this path, or only a scalar. */
    public @Nullable Hdf5Steps steps(String path) {
        Dataset dataset = find(path);
        return dataset == null || dataset.isScalar()
                ? null
                : guarded(file, path, () -> new Hdf5Steps(dataset, bytes, hdf.getUserBlockSize()));
    }

    /** As {@link #steps}, for data without which there is no trajectory; {@code otherwise} says what it may be then. */
    public Hdf5Steps requiredSteps(String path, String otherwise) {
        Hdf5Steps steps = steps(path);
        if (steps == null) {
            throw new UnsupportedFormatException(file + " is HDF5 but holds no " + path + ": " + otherwise);
        }
        return steps;
    }

    /** An attribute of the node of this path as text, or null if either is absent; netCDF-4 writes lists of one. */
    public @Nullable String attribute(String path, String name) {
        return guarded(file, path, () -> {
            Node node = node(path);
            Attribute attribute = node == null ? null : node.getAttribute(name);
            Object data = attribute == null ? null : attribute.getData();
            boolean listOfOne = data != null && data.getClass().isArray() && Array.getLength(data) == 1;
            return data == null
                    ? null
                    : String.valueOf(listOfOne ? Array.get(data, 0) : data).strip();
        });
    }

    /** Names of the groups and datasets in a group; none if there is no such group. */
    List<String> children(String path) {
        return guarded(
                file,
                path,
                () -> node(path) instanceof Group group
                        ? List.copyOf(group.getChildren().keySet())
                        : List.of());
    }

    private @Nullable Node node(String path) {
        try {
            return hdf.getByPath(path);
        } catch (HdfInvalidPathException e) {
            return null;
        }
    }

    /** A short list of any type, or null if it is absent or no short list. */
    public @Nullable Object list(String path) {
        Dataset dataset = find(path);
        return dataset == null || dataset.getSize() > LONGEST_LIST ? null : guarded(file, path, dataset::getData);
    }

    /** The texts of a dataset, or the names of an enumeration in it; null if there is none, or one of numbers. */
    String @Nullable [] names(String path) {
        Dataset dataset = find(path);
        return dataset == null ? null : guarded(file, path, () -> names(dataset));
    }

    private static String @Nullable [] names(Dataset dataset) {
        boolean texts = dataset.getJavaType() == String.class && dataset.getSize() <= Atoms.MOST;
        return texts && dataset.getData() instanceof String[] names ? names : null;
    }

    /** A short list of whole numbers of any width, or null if there is none. */
    public long @Nullable [] wholeNumbers(String path) {
        Object list = list(path);
        return list instanceof int[] narrow
                ? Arrays.stream(narrow).asLongStream().toArray()
                : list instanceof long[] wide ? wide : null;
    }

    /** Bytes of the (inflated) file. */
    public long size() throws IOException {
        return bytes.size();
    }

    /** What is wrong with the compressed stream that the content came from, or null. */
    public @Nullable String brokenStream() {
        return bytes.brokenStream();
    }

    /** The scalars of a group as text, by name; empty if there is no such group. */
    public Map<String, String> scalars(String path) {
        return guarded(file, path, () -> {
            Map<String, String> values = new TreeMap<>();
            if (node(path) instanceof Group group) {
                group.getChildren().forEach((name, child) -> {
                    if (child instanceof Dataset dataset && dataset.isScalar()) {
                        values.put(name, String.valueOf(dataset.getData()).strip());
                    }
                });
            }
            return values;
        });
    }

    /** What the library makes of {@code part}; anything that it throws on a damaged file is one clear refusal. */
    private static <T extends @Nullable Object> T guarded(Path file, String part, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new UnsupportedFormatException(
                    file + " is HDF5 that cannot be read: " + part + " is cut or damaged (" + e.getMessage()
                            + "). A killed job leaves such files; of VASP the XDATCAR is whole",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            hdf.close();
        } finally {
            bytes.close();
        }
    }
}
