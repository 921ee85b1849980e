package org.percolith.pathways.periodic;

import java.util.Arrays;

/**
 * The neighbours of each voxel of a periodic grid n_a x n_b x n_c, x fastest, and the lattice vector that a step to them
 * crosses. Along an axis of one voxel a step leads to the voxel itself, one cell on; along an axis of two, both steps
 * lead to the same voxel by different vectors. Not thread-safe.
 */
public final class VoxelNeighbours {

    private final int na;
    private final int nb;
    private final int nc;
    private final int[][] offsets;

    /** Index steps of the neighbours where no face of the cell is near. */
    private final int[] strides;

    /** The neighbours of the voxel last visited, and the packed lattice vectors of the steps to them. */
    public final int[] voxels;

    public final long[] crossings;

    private boolean crossingsClear;

    /**
     * Neighbour lists for a grid.
     *
     * @throws IllegalArgumentException if a face of the grid is so large that a winding could not be counted
     */
    public VoxelNeighbours(int na, int nb, int nc, NeighbourShell shell) {
        this.na = na;
        this.nb = nb;
        this.nc = nc;
        offsets = shell.offsets();
        strides = new int[offsets.length];
        for (int k = 0; k < strides.length; k++) {
            strides[k] = offsets[k][0] + na * (offsets[k][1] + nb * offsets[k][2]);
        }
        voxels = new int[offsets.length];
        crossings = new long[offsets.length];
        crossingsClear = true;
        long largestFace = (long) na * nb * nc / Math.min(na, Math.min(nb, nc));
        if (largestFace * shell.linksPerFace() >= LatticeOffset.LIMIT) {
            throw new IllegalArgumentException("percolation of a grid of " + na + " x " + nb + " x " + nc
                    + " voxels with " + shell.neighbours() + " neighbours is out of range; choose a larger voxel");
        }
    }

    /** Fills {@link #voxels} and {@link #crossings} for this voxel. */
    public void visit(int voxel) {
        int i = voxel % na;
        int row = voxel / na;
        int j = row % nb;
        int k = row / nb;
        if (i > 0 && i < na - 1 && j > 0 && j < nb - 1 && k > 0 && k < nc - 1) {
            for (int n = 0; n < strides.length; n++) {
                voxels[n] = voxel + strides[n];
            }
            clearCrossings();
        } else {
            visitAtFace(i, j, k);
        }
    }

    private void clearCrossings() {
        if (!crossingsClear) {
            Arrays.fill(crossings, 0);
            crossingsClear = true;
        }
    }

    private void visitAtFace(int i, int j, int k) {
        for (int n = 0; n < offsets.length; n++) {
            int ni = i + offsets[n][0];
            int nj = j + offsets[n][1];
            int nk = k + offsets[n][2];
            int u = Math.floorDiv(ni, na);
            int v = Math.floorDiv(nj, nb);
            int w = Math.floorDiv(nk, nc);
            voxels[n] = ni - u * na + na * (nj - v * nb + nb * (nk - w * nc));
            crossings[n] = LatticeOffset.pack(u, v, w);
        }
        crossingsClear = false;
    }
}
