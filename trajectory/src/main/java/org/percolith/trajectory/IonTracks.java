package org.percolith.trajectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Unwrapped paths of ions, stored ion-major: for each ion and lattice axis, the fractional coordinate in every frame.
 *
 * <p>Frames arrive frame-major and are transposed in tiles {@code [ion][axis][frame of tile]}. Tiles stay in memory
 * until the budget is spent; later ones go to a scratch file, which is mapped for reading and deleted on close.
 * The Cartesian path is the unwrapped fractional path times the mean cell (crystal frame), so that a breathing cell
 * moves no ion. Reading is thread-safe.
 */
public final class IonTracks implements AutoCloseable {

    private static final int TARGET_TILE_VALUES = 1 << 20;
    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final int ions;
    private final int frames;
    private final int tileFrames;
    private final List<DoubleBuffer> tiles;
    private final Cell meanCell;
    private final List<FrameRange> pieces;

    /** From stored fractional coordinates to those of these tracks, s'_k = Σ_i s_i m_ik, row by row. */
    private final double[] map;

    private final @Nullable Path scratchFile;

    private IonTracks(Builder builder, Cell meanCell, List<FrameRange> pieces) {
        ions = builder.ions;
        frames = builder.frames;
        tileFrames = builder.tileFrames;
        tiles = List.copyOf(builder.tiles);
        scratchFile = builder.scratchFile;
        this.meanCell = meanCell;
        this.pieces = List.copyOf(pieces);
        map = IDENTITY;
    }

    /** Tracks from Cartesian positions {@code [frame][3 * ion + axis]} in Å, already unwrapped; one piece. */
    public static IonTracks ofCartesian(Cell cell, double[][] positionsA) {
        int ions = positionsA[0].length / 3;
        try (Builder builder = new Builder(ions, Long.MAX_VALUE, Path.of(System.getProperty("java.io.tmpdir")))) {
            double[] row = new double[3 * ions];
            for (double[] frame : positionsA) {
                for (int i = 0; i < ions; i++) {
                    for (int a = 0; a < 3; a++) {
                        row[3 * i + a] = cell.fractional(frame[3 * i], frame[3 * i + 1], frame[3 * i + 2], a);
                    }
                }
                builder.add(row);
            }
            return builder.build(cell, List.of(new FrameRange(0, positionsA.length)));
        }
    }

    public int ions() {
        return ions;
    }

    public int frames() {
        return frames;
    }

    /** The mean cell over the frames of the run. */
    public Cell cell() {
        return meanCell;
    }

    /** Stretches of frames without a discontinuity, in order and without overlap. At least one. */
    public List<FrameRange> pieces() {
        return pieces;
    }

    /** The same tracks, cut into other pieces: to drop frames at the ends, or to part them at a seam. */
    public IonTracks withPieces(List<FrameRange> newPieces) {
        return new IonTracks(this, meanCell, map, newPieces);
    }

    /**
     * The same tracks in a smaller cell, of which this one is a supercell. Exact, since the tracks are unwrapped: no ion's
     * Cartesian path changes.
     */
    public IonTracks folded(SupercellMatrix supercell) {
        double[] images = new double[9];
        for (int k = 0; k < 9; k++) {
            images[k] = supercell.at(k / 3, k % 3);
        }
        return new IonTracks(this, supercell.smallerCellOf(meanCell), product(map, images), pieces);
    }

    /**
     * The same tracks without their motion across a line or a plane, r' = Σ_q (r·q) q.
     *
     * @param directions orthonormal Cartesian vectors {@code [direction][axis]} that span it
     */
    public IonTracks projected(double[][] directions) {
        double[] onto = new double[9];
        for (int row = 0; row < 3; row++) {
            double[] image = new double[3];
            for (double[] q : directions) {
                double along = 0;
                for (int axis = 0; axis < 3; axis++) {
                    along += meanCell.component(row, axis) * q[axis];
                }
                for (int axis = 0; axis < 3; axis++) {
                    image[axis] += along * q[axis];
                }
            }
            for (int k = 0; k < 3; k++) {
                onto[3 * row + k] = meanCell.fractional(image[0], image[1], image[2], k);
            }
        }
        return new IonTracks(this, meanCell, product(map, onto), pieces);
    }

    /** Some of the tracks, in the order given; a copy in memory. */
    public IonTracks subset(int[] some) {
        return copy(some, new double[3][frames]);
    }

    /**
     * The same tracks seen from a moving point; a copy in memory.
     *
     * @param origin fractional coordinates of the point, unwrapped, {@code [axis][frame]}; empty for a point at rest
     */
    public IonTracks relativeTo(double[][] origin) {
        return copy(IntStream.range(0, ions).toArray(), origin.length == 0 ? new double[3][frames] : origin);
    }

    private IonTracks copy(int[] some, double[][] origin) {
        double[][] paths = new double[3 * some.length][frames];
        FrameRange all = new FrameRange(0, frames);
        for (int row = 0; row < paths.length; row++) {
            fractional(some[row / 3], row % 3, all, paths[row]);
        }
        try (Builder builder = new Builder(some.length, Long.MAX_VALUE, Path.of(""))) {
            double[] at = new double[paths.length];
            for (int frame = 0; frame < frames; frame++) {
                for (int row = 0; row < at.length; row++) {
                    at[row] = paths[row][frame] - origin[row % 3][frame];
                }
                builder.add(at);
            }
            return builder.build(meanCell, pieces);
        }
    }

    private static double[] product(double[] first, double[] second) {
        double[] product = new double[9];
        for (int k = 0; k < 9; k++) {
            for (int j = 0; j < 3; j++) {
                product[k] += first[3 * (k / 3) + j] * second[3 * j + k % 3];
            }
        }
        return product;
    }

    /** The same for a supercell of {@code na x nb x nc} cells. */
    public IonTracks folded(int na, int nb, int nc) {
        return folded(SupercellMatrix.diagonal(na, nb, nc));
    }

    private IonTracks(IonTracks other, Cell cell, double[] map, List<FrameRange> pieces) {
        ions = other.ions;
        frames = other.frames;
        tileFrames = other.tileFrames;
        tiles = other.tiles;
        scratchFile = null;
        meanCell = cell;
        this.map = map;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Copies the unwrapped fractional coordinate of one ion along lattice vector {@code axis}.
     *
     * @param target receives {@code range.frames()} values from index 0
     */
    public void fractional(int ion, int axis, FrameRange range, double[] target) {
        if (map == IDENTITY) {
            stored(ion, axis, range, target);
            return;
        }
        double[] part = new double[range.frames()];
        Arrays.fill(target, 0, range.frames(), 0);
        for (int vector = 0; vector < 3; vector++) {
            double share = map[3 * vector + axis];
            if (share != 0) {
                stored(ion, vector, range, part);
                for (int k = 0; k < part.length; k++) {
                    target[k] += share * part[k];
                }
            }
        }
    }

    private void stored(int ion, int axis, FrameRange range, double[] target) {
        int row = (3 * ion + axis) * tileFrames;
        for (int frame = range.from(); frame < range.to(); ) {
            int offset = frame % tileFrames;
            int count = Math.min(tileFrames - offset, range.to() - frame);
            tiles.get(frame / tileFrames).get(row + offset, target, frame - range.from(), count);
            frame += count;
        }
    }

    /** Copies the unwrapped Cartesian path of one ion, Å, in the crystal frame (mean cell). */
    public void cartesian(int ion, FrameRange range, double[] x, double[] y, double[] z) {
        fractional(ion, 0, range, x);
        fractional(ion, 1, range, y);
        fractional(ion, 2, range, z);
        for (int k = 0; k < range.frames(); k++) {
            double sa = x[k];
            double sb = y[k];
            double sc = z[k];
            x[k] = meanCell.cartesian(sa, sb, sc, 0);
            y[k] = meanCell.cartesian(sa, sb, sc, 1);
            z[k] = meanCell.cartesian(sa, sb, sc, 2);
        }
    }

    /** Deletes the scratch file, if there is one. */
    @Override
    public void close() {
        if (scratchFile != null) {
            try {
                Files.deleteIfExists(scratchFile);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete the scratch file " + scratchFile, e);
            }
        }
    }

    /** Collects frames; {@link #build} hands the store over. */
    public static final class Builder implements AutoCloseable {

        private final int ions;
        private final int tileFrames;
        private final long budgetBytes;
        private final Path scratchDirectory;
        private final List<DoubleBuffer> tiles = new ArrayList<>();
        private double[] open;
        private int frames;
        private long memoryBytes;
        private @Nullable Path scratchFile;
        private @Nullable FileChannel scratch;

        /**
         * An empty store.
         *
         * @param budgetBytes memory the tiles may take before they spill
         * @param scratchDirectory where a scratch file is made if the budget is spent
         */
        public Builder(int ions, long budgetBytes, Path scratchDirectory) {
            this.ions = ions;
            this.budgetBytes = budgetBytes;
            this.scratchDirectory = scratchDirectory;
            tileFrames = Math.max(16, Math.min(1024, TARGET_TILE_VALUES / Math.max(1, 3 * ions)));
            open = new double[3 * ions * tileFrames];
        }

        /** Adds one frame: unwrapped fractional coordinates {@code [3 * ion + axis]}; the array is copied. */
        public void add(double[] fractional) {
            int slot = frames % tileFrames;
            for (int row = 0; row < 3 * ions; row++) {
                open[row * tileFrames + slot] = fractional[row];
            }
            frames++;
            if (slot == tileFrames - 1) {
                seal();
            }
        }

        public int frames() {
            return frames;
        }

        /** True once tiles went to the scratch file. */
        public boolean spilled() {
            return scratchFile != null;
        }

        private void seal() {
            long bytes = (long) open.length * Double.BYTES;
            if (memoryBytes + bytes <= budgetBytes) {
                memoryBytes += bytes;
                tiles.add(DoubleBuffer.wrap(open));
                open = new double[open.length];
            } else {
                tiles.add(spill(bytes));
            }
        }

        private DoubleBuffer spill(long bytes) {
            try {
                if (scratch == null) {
                    scratchFile = Files.createTempFile(scratchDirectory, "percolith-tracks-", ".scratch");
                    scratchFile.toFile().deleteOnExit();
                    scratch = FileChannel.open(scratchFile, StandardOpenOption.READ, StandardOpenOption.WRITE);
                }
                ByteBuffer mapped = scratch.map(FileChannel.MapMode.READ_WRITE, scratch.size(), bytes)
                        .order(ByteOrder.nativeOrder());
                DoubleBuffer tile = mapped.asDoubleBuffer();
                tile.put(0, open);
                return tile;
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot write ion tracks to a scratch file in " + scratchDirectory
                                + "; give more --memory or set TMPDIR to a disk with room",
                        e);
            }
        }

        /** The finished store; the builder must not be used afterwards, except to close it. */
        public IonTracks build(Cell meanCell, List<FrameRange> pieces) {
            if (frames % tileFrames != 0) {
                tiles.add(DoubleBuffer.wrap(open));
            }
            return new IonTracks(this, meanCell, pieces);
        }

        /** Closes the channel of the scratch file; mapped tiles stay readable. */
        @Override
        public void close() {
            if (scratch != null) {
                try {
                    scratch.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot close the scratch file " + scratchFile, e);
                }
            }
        }
    }
}
