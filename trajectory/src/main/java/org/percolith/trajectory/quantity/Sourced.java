package org.percolith.trajectory.quantity;

/** A value together with where it came from, as printed beside it: {@code POTIM x NBLOCK in run1/INCAR}. */
public record Sourced<T>(T value, String source) {}
