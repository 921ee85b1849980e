package org.percolith.pathways.track;

import java.util.Arrays;

/** The voxels that one ion visited, in rising order, and how often. Immutable. */
final class SparseCounts {

    private final int[] voxels;
    private final int[] counts;

    private SparseCounts(int[] voxels, int[] counts) {
        this.voxels = voxels;
        this.counts = counts;
    }

    /** Takes the counts of the first {@code size} touched voxels out of a dense scratch array, which is left zeroed. */
    static SparseCounts drain(int[] scratch, int[] touched, int size) {
        int[] voxels = Arrays.copyOf(touched, size);
        Arrays.sort(voxels);
        int[] counts = new int[size];
        for (int k = 0; k < size; k++) {
            counts[k] = scratch[voxels[k]];
            scratch[voxels[k]] = 0;
        }
        return new SparseCounts(voxels, counts);
    }

    int count(int voxel) {
        int k = Arrays.binarySearch(voxels, voxel);
        return k < 0 ? 0 : counts[k];
    }

    double squareSum() {
        double sum = 0;
        for (int count : counts) {
            sum += (double) count * count;
        }
        return sum;
    }

    /**
     * Adds {@code weight} times these counts to a dense array.
     *
     * @throws ArithmeticException if a voxel's count passes 2³¹ - 1
     */
    void addTo(int[] dense, int weight) {
        for (int k = 0; k < voxels.length; k++) {
            int voxel = voxels[k];
            dense[voxel] = Math.addExact(dense[voxel], Math.multiplyExact(weight, counts[k]));
        }
    }
}
