package org.percolith.pathways.track;

import java.util.Arrays;
import org.percolith.density.VoxelGrid;

/**
 * Marks, on a periodic grid, the voxels that a chain of straight segments passes through. Each segment adds one to every
 * voxel it touches, those of its two ends included; a chain of a single frame, which has no segment, adds one to the
 * voxel of that frame. An ion at rest thus still marks its voxel, once a segment.
 *
 * <p>Traversal is exact in fractional space (Amanatides and Woo 1987): along each lattice vector as many faces are
 * crossed as the voxel indices of the two ends differ, in the order in which the segment meets them. Steps go through
 * faces only, so the chain of voxels is 6-connected; where a segment meets an edge or a corner exactly, a comes before
 * b before c. A segment longer than a period of the grid counts a voxel's images one by one.
 */
final class SegmentRaster {

    private final VoxelGrid grid;
    private final int[] scratch;
    private int[] touched = new int[1024];
    private int touchedVoxels;

    /** Whether the chain under way has a start but no segment yet. */
    private boolean lonely;

    /** Ends of the segment under way, in voxel units, by lattice vector: position and index of the unwrapped voxel. */
    private final double[] position = new double[3];

    private final long[] unwrapped = new long[3];
    private final int[] slot = new int[3];

    private final int[] stepsLeft = new int[3];
    private final int[] direction = new int[3];
    private final double[] nextFace = new double[3];
    private final double[] facePeriod = new double[3];

    SegmentRaster(VoxelGrid grid) {
        this.grid = grid;
        scratch = new int[grid.voxels()];
    }

    /** Begins a chain of segments at fractional coordinates s. */
    void start(double sa, double sb, double sc) {
        finish();
        place(0, sa);
        place(1, sb);
        place(2, sc);
        lonely = true;
    }

    /** Ends a chain; one of a single frame marks its voxel. */
    private void finish() {
        if (lonely) {
            mark();
            lonely = false;
        }
    }

    private void place(int vector, double s) {
        int n = grid.size(vector);
        slot[vector] = VoxelGrid.slot(s, n);
        unwrapped[vector] = (long) Math.floor(s) * n + slot[vector];
        position[vector] = s * n;
    }

    /** Goes on, straight, to unwrapped fractional coordinates s. */
    void moveTo(double sa, double sb, double sc) {
        lonely = false;
        mark();
        int steps = aim(0, sa) + aim(1, sb) + aim(2, sc);
        for (int k = 0; k < steps; k++) {
            int vector = nearestFace();
            nextFace[vector] =
                    --stepsLeft[vector] == 0 ? Double.POSITIVE_INFINITY : nextFace[vector] + facePeriod[vector];
            int n = grid.size(vector);
            int moved = slot[vector] + direction[vector];
            slot[vector] = moved < 0 ? n - 1 : moved == n ? 0 : moved;
            mark();
        }
    }

    /** Sets up one axis of the segment to s, as fractions of the segment's length, and returns the faces to cross. */
    private int aim(int vector, double s) {
        int n = grid.size(vector);
        double from = position[vector];
        long fromVoxel = unwrapped[vector];
        position[vector] = s * n;
        unwrapped[vector] = (long) Math.floor(s) * n + VoxelGrid.slot(s, n);
        int faces = Math.toIntExact(Math.abs(unwrapped[vector] - fromVoxel));
        direction[vector] = unwrapped[vector] > fromVoxel ? 1 : -1;
        stepsLeft[vector] = faces;
        if (faces == 0) {
            nextFace[vector] = Double.POSITIVE_INFINITY;
        } else {
            double length = position[vector] - from;
            long face = direction[vector] > 0 ? fromVoxel + 1 : fromVoxel;
            nextFace[vector] = (face - from) / length;
            facePeriod[vector] = 1 / Math.abs(length);
        }
        return faces;
    }

    private int nearestFace() {
        int nearest = nextFace[1] < nextFace[0] ? 1 : 0;
        return nextFace[2] < nextFace[nearest] ? 2 : nearest;
    }

    private void mark() {
        int voxel = grid.index(slot[0], slot[1], slot[2]);
        if (scratch[voxel]++ == 0) {
            if (touchedVoxels == touched.length) {
                touched = Arrays.copyOf(touched, 2 * touchedVoxels);
            }
            touched[touchedVoxels++] = voxel;
        }
    }

    /** Hands over what was marked since the last call, and starts afresh. */
    SparseCounts drain() {
        finish();
        SparseCounts counts = SparseCounts.drain(scratch, touched, touchedVoxels);
        touchedVoxels = 0;
        return counts;
    }
}
