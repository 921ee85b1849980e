package org.percolith.density;

import org.percolith.trajectory.FrameRange;
import org.percolith.trajectory.IonTracks;

/**
 * Where ions move fast, and where they sit: the mean squared displacement over a lag of the ions that start in a voxel,
 * ⟨|r(t + lag) - r(t)|²⟩, Å². Voxels with few visits have none, and read zero.
 */
public final class LocalMobility implements VoxelField {

    /** Windows that must start in a voxel. */
    static final int FEWEST_WINDOWS = 5;

    private final VoxelGrid grid;
    private final double[] squaredA2;
    private final int lagFrames;

    private LocalMobility(VoxelGrid grid, double[] squaredA2, int lagFrames) {
        this.grid = grid;
        this.squaredA2 = squaredA2;
        this.lagFrames = lagFrames;
    }

    /**
     * Averages over all windows.
     *
     * @param lagFrames from start to end of a window
     */
    public static LocalMobility of(IonTracks tracks, VoxelGrid grid, int lagFrames) {
        double[] sums = new double[grid.voxels()];
        int[] windows = new int[grid.voxels()];
        for (FrameRange piece : tracks.pieces()) {
            double[][] s = new double[3][piece.frames()];
            for (int ion = 0; ion < tracks.ions() && piece.frames() > lagFrames; ion++) {
                for (int axis = 0; axis < 3; axis++) {
                    tracks.fractional(ion, axis, piece, s[axis]);
                }
                for (int from = 0; from + lagFrames < piece.frames(); from++) {
                    int to = from + lagFrames;
                    int voxel = grid.voxelAt(s[0][from], s[1][from], s[2][from]);
                    sums[voxel] += grid.cell()
                            .squaredLengthA2(s[0][to] - s[0][from], s[1][to] - s[1][from], s[2][to] - s[2][from]);
                    windows[voxel]++;
                }
            }
        }
        for (int voxel = 0; voxel < sums.length; voxel++) {
            sums[voxel] = windows[voxel] < FEWEST_WINDOWS ? 0 : sums[voxel] / windows[voxel];
        }
        return new LocalMobility(grid, sums, lagFrames);
    }

    @Override
    public VoxelGrid grid() {
        return grid;
    }

    /** Mean squared displacement from a voxel, Å². */
    @Override
    public double perA3(int voxel) {
        return squaredA2[voxel];
    }

    /** The lag, frames. */
    public int lagFrames() {
        return lagFrames;
    }
}
