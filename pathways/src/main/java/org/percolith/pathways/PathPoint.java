package org.percolith.pathways;

/**
 * One voxel on a pathway.
 *
 * @param sa unwrapped fractional coordinate along a of the voxel's middle
 * @param sb along b
 * @param sc along c
 * @param lengthA length up to here from voxel to voxel, Å
 * @param counts segments that touch the voxel
 * @param energyEv -kB T ln(τ / τ_max), eV
 */
public record PathPoint(double sa, double sb, double sc, double lengthA, int counts, double energyEv) {}
