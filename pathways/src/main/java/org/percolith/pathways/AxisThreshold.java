package org.percolith.pathways;

import java.util.OptionalInt;

/**
 * The highest levels at which some component conducts along one lattice vector, in both senses of the word.
 *
 * @param reached when a winding first has a component along the vector; empty if never
 * @param held when a multiple of the vector itself is first a winding; empty if never
 */
public record AxisThreshold(OptionalInt reached, OptionalInt held) {}
