package org.percolith.density;

import java.util.ArrayList;
import java.util.List;
import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;
import org.percolith.trajectory.parallel.TaskRunner;

/**
 * How sure a density is: its standard deviation in each voxel under two bootstraps. Resampling n equal parts with
 * replacement gives the mean's variance Σ (ρ_i - ρ)² / n² exactly, in the limit of all resamples (Efron 1979,
 * doi 10.1214/aos/1176344552), so nothing is drawn at random.
 *
 * @param blocks time blocks that were resampled
 * @param ions ions that were resampled
 * @param blockStdPerA3 from time blocks, per voxel, Å⁻³: sees that few events were caught
 * @param ionStdPerA3 from ions, per voxel, Å⁻³: sees that few ions carry the density
 */
public record DensityError(int blocks, int ions, double[] blockStdPerA3, double[] ionStdPerA3) {

    public static final int DEFAULT_BLOCKS = 10;

    /**
     * Both errors of a density on a grid.
     *
     * @param blocks time blocks of equal numbers of frames; fewer if there are not so many frames
     */
    public static DensityError of(IonTracks tracks, VoxelGrid grid, int blocks, TaskRunner runner) {
        return of(IonDensity.of(tracks, grid, runner), tracks, blocks, runner);
    }

    /** Both errors of the density of these tracks, which has been counted already. */
    static DensityError of(IonDensity whole, IonTracks tracks, int blocks, TaskRunner runner) {
        VoxelGrid grid = whole.grid();
        List<List<FrameRange>> parts = TimeBlocks.of(tracks.pieces(), blocks);
        double[] blockSquares = new double[grid.voxels()];
        for (List<FrameRange> part : parts) {
            addSquares(blockSquares, IonDensity.of(tracks.withPieces(part), grid, runner));
        }
        double[] ionSquares = new double[grid.voxels()];
        for (int ion = 0; ion < tracks.ions(); ion++) {
            addIonSquares(ionSquares, tracks, grid, ion);
        }
        return new DensityError(
                parts.size(),
                tracks.ions(),
                std(whole, blockSquares, parts.size()),
                std(whole, ionSquares, tracks.ions()));
    }

    private static void addSquares(double[] squares, IonDensity part) {
        for (int voxel = 0; voxel < squares.length; voxel++) {
            double count = part.count(voxel);
            squares[voxel] += count * count;
        }
    }

    private static void addIonSquares(double[] squares, IonTracks tracks, VoxelGrid grid, int ion) {
        int[] counts = new int[grid.voxels()];
        List<Integer> visited = new ArrayList<>();
        IonPath.walk(tracks, ion, (frame, startsPiece, sa, sb, sc) -> {
            int voxel = grid.voxelAt(sa, sb, sc);
            if (counts[voxel]++ == 0) {
                visited.add(voxel);
            }
        });
        for (int voxel : visited) {
            squares[voxel] += (double) counts[voxel] * counts[voxel];
        }
    }

    /** Of the total of n parts' counts: n times the standard deviation of their mean. */
    private static double[] std(IonDensity whole, double[] squares, int parts) {
        double perCountA3 = 1 / (whole.frames() * whole.grid().voxelVolumeA3());
        double[] std = new double[squares.length];
        for (int voxel = 0; voxel < std.length; voxel++) {
            double mean = (double) whole.count(voxel) / Math.max(1, parts);
            double spread = squares[voxel] - parts * mean * mean;
            std[voxel] = Math.sqrt(Math.max(0, spread)) * perCountA3;
        }
        return std;
    }
}
