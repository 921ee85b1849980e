package org.percolith.trajectory.format.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.api.dataset.ContiguousDataset;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Frame;
import org.percolith.trajectory.format.CartesianPositions;
import org.percolith.trajectory.format.ElementSymbols;
import org.percolith.trajectory.format.TrajectoryWriter;

/**
 * Writes H5MD 1.1 with Cartesian positions in \u00c5. Memory grows by steps and cells only: the library writes arrays from
 * memory, so a dataset of the right shape is written whose frames are all one array, and the frames, kept in a scratch file
 * beside the target, are then copied over them.
 */
public final class H5mdWriter implements TrajectoryWriter {

    private static final int[] VERSION = {1, 1};
    private static final String GROUP = "particles/all";

    private final Path target;
    private final FileChannel positions;
    private final Atoms atoms;
    private final ByteBuffer frameBytes;
    private final LongArrayList steps = new LongArrayList();
    private final DoubleArrayList timesFs = new DoubleArrayList();
    private final DoubleArrayList cells = new DoubleArrayList();

    /** Replaces a file. */
    public H5mdWriter(Path target, Atoms atoms) throws IOException {
        this.target = target;
        this.atoms = atoms;
        Files.deleteIfExists(target);
        Path scratch = Files.createTempFile(target.toAbsolutePath().getParent(), ".percolith-frames-", ".bin");
        positions = FileChannel.open(
                scratch, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        frameBytes = ByteBuffer.allocate(3 * Double.BYTES * atoms.size()).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void write(Frame frame) throws IOException {
        CartesianPositions.put(frame, frameBytes.clear());
        frameBytes.flip();
        while (frameBytes.hasRemaining()) {
            positions.write(frameBytes);
        }
        steps.add(frame.stepLabel() == Frame.NO_LABEL ? steps.size() : frame.stepLabel());
        if (frame.timeFs() != null) {
            timesFs.add(frame.timeFs().doubleValue());
        }
        cells.addElements(cells.size(), frame.cell().rows());
    }

    @Override
    public void close() throws IOException {
        try (FileChannel kept = positions) {
            try (WritableHdfFile file = HdfFile.write(target)) {
                describe(file);
            }
            copyPositions(kept);
        }
    }

    private void describe(WritableHdfFile file) {
        WritableGroup h5md = file.putGroup("h5md");
        h5md.putAttribute("version", VERSION);
        h5md.putGroup("author").putAttribute("name", "not stated");
        h5md.putGroup("creator").putAttribute("name", "Percolith");
        WritableGroup group = file.putGroup("particles").putGroup("all");
        WritableDataset species = group.putDataset(
                "species",
                atoms.symbols().stream().mapToInt(ElementSymbols::atomicNumber).toArray());
        species.putAttribute(H5mdSpecies.MEANING, H5mdSpecies.ATOMIC_NUMBER);
        if (steps.isEmpty()) {
            return;
        }
        WritableGroup box = group.putGroup("box");
        box.putAttribute("dimension", 3);
        box.putAttribute("boundary", new String[] {"periodic", "periodic", "periodic"});
        putElement(box.putGroup("edges"), edges());
        double[][][] placeholder = new double[steps.size()][][];
        Arrays.fill(placeholder, new double[atoms.size()][3]);
        putElement(group.putGroup("position"), placeholder);
    }

    private double[][][] edges() {
        double[][][] edges = new double[steps.size()][3][3];
        for (int k = 0; k < cells.size(); k++) {
            edges[k / 9][k / 3 % 3][k % 3] = cells.getDouble(k);
        }
        return edges;
    }

    private void putElement(WritableGroup element, double[][][] value) {
        element.putDataset("value", value).putAttribute("unit", "Angstrom");
        element.putDataset("step", steps.toLongArray());
        if (timesFs.size() == steps.size()) {
            element.putDataset("time", timesFs.toDoubleArray()).putAttribute("unit", "fs");
        }
    }

    private void copyPositions(FileChannel kept) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        long at;
        try (HdfFile file = new HdfFile(target)) {
            ContiguousDataset dataset = (ContiguousDataset) file.getDatasetByPath(GROUP + "/position/value");
            at = dataset.getDataAddress() + file.getUserBlockSize();
        }
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            kept.position(0);
            for (long left = kept.size(); left > 0; ) {
                long copied = out.transferFrom(kept, at, left);
                at += copied;
                left -= copied;
            }
        }
    }
}
