package org.percolith.trajectory.format;

import org.percolith.trajectory.Atoms;
import org.percolith.trajectory.Cell;

/** Cell and composition of a structure file, for input that carries neither. */
public record Structure(Cell cell, Atoms atoms) {}
