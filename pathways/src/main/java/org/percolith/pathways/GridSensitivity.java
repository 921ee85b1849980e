package org.percolith.pathways;

import java.util.OptionalDouble;

/**
 * What all data give on another grid.
 *
 * @param voxelA largest voxel edge asked for, Å
 * @param rank rank of the track density there
 * @param barrierEv F_c of that rank, eV; empty for rank 0
 */
public record GridSensitivity(double voxelA, int rank, OptionalDouble barrierEv) {}
