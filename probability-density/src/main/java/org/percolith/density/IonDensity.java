package org.percolith.density;

import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * The mobile ions' probability density from visit counts, ρ(v) = counts(v) / (frames V_voxel), with Σ ρ V_voxel = N.
 * For a variable cell it is the density in fractional space on the mean cell. Immutable.
 */
public final class IonDensity {

    /** Voxels that all partial counts of a parallel run may hold together: 128 MB. */
    private static final int PARTIAL_VOXELS = 1 << 25;

    private static final int MAX_BLOCKS = 32;

    private final VoxelGrid grid;
    private final int ions;
    private final long frames;
    private final int[] counts;

    private IonDensity(VoxelGrid grid, int ions, long frames, int[] counts) {
        this.grid = grid;
        this.ions = ions;
        this.frames = frames;
        this.counts = counts;
    }

    /**
     * Counts every ion in every frame of all pieces.
     *
     * @param grid a grid on the tracks' mean cell
     * @throws IllegalArgumentException if the grid belongs to another cell
     */
    public static IonDensity of(IonTracks tracks, VoxelGrid grid, TaskRunner runner) {
        grid.requireCell(tracks.cell());
        int ions = tracks.ions();
        int blocks = Math.max(1, Math.min(Math.min(ions, MAX_BLOCKS), PARTIAL_VOXELS / grid.voxels()));
        List<VoxelCounts> parts = runner.map(
                blocks,
                block -> countIons(tracks, grid, (int) ((long) ions * block / blocks), (int)
                        ((long) ions * (block + 1) / blocks)));
        VoxelCounts whole = parts.get(0);
        parts.subList(1, blocks).forEach(whole::merge);
        long frames = tracks.pieces().stream().mapToLong(FrameRange::frames).sum();
        return new IonDensity(grid, ions, frames, whole.take());
    }

    private static VoxelCounts countIons(IonTracks tracks, VoxelGrid grid, int fromIon, int toIon) {
        VoxelCounts counts = VoxelCounts.empty(grid);
        for (int ion = fromIon; ion < toIon; ion++) {
            IonPath.walk(tracks, ion, (frame, startsPiece, sa, sb, sc) -> counts.add(sa, sb, sc));
        }
        return counts;
    }

    /**
     * The density of these ions over the frames of both, such as two restarts of one run.
     *
     * @throws IllegalArgumentException if grids or numbers of ions differ
     */
    public IonDensity merge(IonDensity other) {
        if (!grid.equals(other.grid) || ions != other.ions) {
            throw new IllegalArgumentException("densities of " + ions + " ions on " + grid + " and of " + other.ions
                    + " ions on " + other.grid + " do not merge");
        }
        int[] sum = counts.clone();
        for (int v = 0; v < sum.length; v++) {
            sum[v] = Math.addExact(sum[v], other.counts[v]);
        }
        return new IonDensity(grid, ions, frames + other.frames, sum);
    }

    public VoxelGrid grid() {
        return grid;
    }

    public int ions() {
        return ions;
    }

    public long frames() {
        return frames;
    }

    public long count(int voxel) {
        return counts[voxel];
    }

    /** All counts, in the grid's voxel order, as a fresh array. */
    public int[] counts() {
        return counts.clone();
    }

    /** ρ(v) = counts(v) / (frames V_voxel), Å⁻³. */
    public DensityMap map() {
        double perCountA3 = 1 / (frames * grid.voxelVolumeA3());
        double[] values = new double[counts.length];
        for (int v = 0; v < values.length; v++) {
            values[v] = counts[v] * perCountA3;
        }
        return DensityMap.takingOver(grid, values);
    }
}
