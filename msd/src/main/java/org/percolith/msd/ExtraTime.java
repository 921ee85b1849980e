package org.percolith.msd;

import java.util.OptionalDouble;

/**
 * How much longer one run must be for a given relative standard deviation of D*.
 *
 * @param targetRelativeStd what is asked for
 * @param additionalPs time to add, ps: 0 where the target is reached, empty where nothing can be said
 * @param atLeast true where D is only bounded: a smaller D takes longer still
 */
public record ExtraTime(double targetRelativeStd, OptionalDouble additionalPs, boolean atLeast) {}
