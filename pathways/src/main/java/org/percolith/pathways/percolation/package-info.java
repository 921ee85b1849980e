/** Percolation of a map of counts on a periodic grid: which levels wind, in how many directions, along which lattice vectors. */
@NullMarked
package org.percolith.pathways.percolation;

import org.jspecify.annotations.NullMarked;
