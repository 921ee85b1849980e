package org.percolith.pathways.percolation;

import org.percolith.pathways.periodic.WindingLattice;
import org.percolith.trajectory.quantity.PhysicalConstants;

/**
 * The highest level at which one component of a map first winds in {@code rank} independent directions.
 *
 * @param rank 1, 2 or 3
 * @param count the level τ_c: all voxels with at least this count are in
 * @param maxCount the highest count τ_max of the map
 * @param bottleneckVoxel the voxel of that level whose entry closed the winding; among tied voxels those with the fuller
 *     surroundings enter first
 * @param windings the component's winding lattice at the end of the level
 * @param share the component's share of all counts, at the end of the level
 */
public record RankThreshold(
        int rank, int count, int maxCount, int bottleneckVoxel, WindingLattice windings, double share) {

    /** F_c = -kB T ln(τ_c / τ_max), eV. */
    public double barrierEv(double temperatureK) {
        return barrierEv(count, maxCount, temperatureK);
    }

    public static double barrierEv(int count, int maxCount, double temperatureK) {
        return PhysicalConstants.BOLTZMANN_EV_PER_K * temperatureK * Math.log((double) maxCount / count);
    }
}
