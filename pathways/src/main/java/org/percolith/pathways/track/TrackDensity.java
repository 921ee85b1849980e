package org.percolith.pathways.track;

import java.util.List;
import java.util.stream.IntStream;
import org.percolith.density.IonPath;
import org.percolith.density.TimeBlocks;
import org.percolith.density.VoxelGrid;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The track density τ: for every voxel, how many segments of the ions' paths touch it. Consecutive frames of an ion
 * are joined by a straight segment, so that a chain of observed motion is connected however sparse the frames are, and
 * nothing bridges a wall that no ion crossed. No segment joins two pieces. Kept ion by ion, so that a resample of ions
 * is a weighted sum. Immutable.
 *
 * @see SegmentRaster the counting rule
 */
public final class TrackDensity {

    private static final int MIN_IONS_PER_TASK = 4;
    private static final int MAX_TASKS = 64;

    private final VoxelGrid grid;
    private final List<SparseCounts> countsByIon;

    private TrackDensity(VoxelGrid grid, List<SparseCounts> countsByIon) {
        this.grid = grid;
        this.countsByIon = countsByIon;
    }

    /**
     * Rasterises the tracks of all ions over all pieces.
     *
     * @param grid a grid on the tracks' mean cell
     */
    public static TrackDensity of(IonTracks tracks, VoxelGrid grid, TaskRunner runner) {
        grid.requireCell(tracks.cell());
        int ions = tracks.ions();
        int ionsPerTask = Math.max(MIN_IONS_PER_TASK, (ions + MAX_TASKS - 1) / MAX_TASKS);
        List<List<SparseCounts>> parts = runner.map(
                (ions + ionsPerTask - 1) / ionsPerTask,
                task -> rasterIons(tracks, grid, task * ionsPerTask, Math.min(ions, (task + 1) * ionsPerTask)));
        return new TrackDensity(grid, parts.stream().flatMap(List::stream).toList());
    }

    /**
     * The same density, kept for every ion and stretch of time by itself: "ion" {@code k} of the result is stretch
     * {@code k % blocks} of ion {@code k / blocks}.
     */
    public static TrackDensity byIonAndTimeBlock(IonTracks tracks, VoxelGrid grid, int blocks, TaskRunner runner) {
        grid.requireCell(tracks.cell());
        List<IonTracks> stretches = TimeBlocks.of(tracks.pieces(), blocks).stream()
                .map(block -> tracks.withPieces(withJoints(block, tracks.pieces())))
                .toList();
        int tasks = Math.min(MAX_TASKS, Math.max(1, tracks.ions() / MIN_IONS_PER_TASK));
        return new TrackDensity(
                grid,
                runner
                        .map(
                                tasks,
                                task -> rasterStretches(
                                        stretches, grid, (int) ((long) tracks.ions() * task / tasks), (int)
                                                ((long) tracks.ions() * (task + 1) / tasks)))
                        .stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<SparseCounts> rasterStretches(
            List<IonTracks> stretches, VoxelGrid grid, int fromIon, int toIon) {
        SegmentRaster raster = new SegmentRaster(grid);
        return IntStream.range(fromIon, toIon)
                .boxed()
                .flatMap(ion -> stretches.stream().map(stretch -> rasterIon(stretch, ion, raster)))
                .toList();
    }

    /** Stretches that reach to the first frame of the next one, where both are of one piece. */
    private static List<FrameRange> withJoints(List<FrameRange> block, List<FrameRange> pieces) {
        return block.stream()
                .map(range -> pieces.stream().anyMatch(p -> p.from() < range.to() && range.to() < p.to())
                        ? new FrameRange(range.from(), range.to() + 1)
                        : range)
                .toList();
    }

    private static List<SparseCounts> rasterIons(IonTracks tracks, VoxelGrid grid, int fromIon, int toIon) {
        SegmentRaster raster = new SegmentRaster(grid);
        return IntStream.range(fromIon, toIon)
                .mapToObj(ion -> rasterIon(tracks, ion, raster))
                .toList();
    }

    private static SparseCounts rasterIon(IonTracks tracks, int ion, SegmentRaster raster) {
        draw(tracks, ion, raster);
        return raster.drain();
    }

    private static void draw(IonTracks tracks, int ion, SegmentRaster raster) {
        IonPath.walk(tracks, ion, (frame, startsPiece, sa, sb, sc) -> {
            if (startsPiece) {
                raster.start(sa, sb, sc);
            } else {
                raster.moveTo(sa, sb, sc);
            }
        });
    }

    public VoxelGrid grid() {
        return grid;
    }

    public int ions() {
        return countsByIon.size();
    }

    /** τ over all ions, each counted once: a fresh array in the grid's voxel order. */
    public int[] counts() {
        int[] counts = new int[grid.voxels()];
        countsByIon.forEach(ion -> ion.addTo(counts, 1));
        return counts;
    }

    /** Adds {@code weight} times the counts of one ion to a dense array in the grid's voxel order. */
    public void addIon(int ion, int weight, int[] counts) {
        countsByIon.get(ion).addTo(counts, weight);
    }

    /** How many ions share the dense voxels: Σ_v τ²/Σ_v Σ_i τ_i², 1 where every place is one ion's. */
    public double ionsSharingVoxels() {
        double whole = 0;
        for (int count : counts()) {
            whole += (double) count * count;
        }
        double single =
                countsByIon.stream().mapToDouble(SparseCounts::squareSum).sum();
        return single == 0 ? 1 : whole / single;
    }

    /** Counts of every ion in one voxel. */
    public int[] countsByIon(int voxel) {
        return countsByIon.stream().mapToInt(ion -> ion.count(voxel)).toArray();
    }

    /** How many different ions entered this voxel. */
    public int ionsThrough(int voxel) {
        return (int) countsByIon.stream().filter(ion -> ion.count(voxel) > 0).count();
    }
}
