package org.percolith.pathways.percolation;

import org.percolith.pathways.periodic.WindingLattice;

/**
 * A component that winds through the periodic boundary once every visited voxel is in.
 *
 * @param windings its winding lattice
 * @param voxels how many voxels it has
 * @param share its share of all counts
 */
public record PercolatingComponent(WindingLattice windings, int voxels, double share) {}
