/** Percolation of the mobile ion's tracks: rank, thresholds, directions, bottlenecks. */
@NullMarked
package org.percolith.pathways;

import org.jspecify.annotations.NullMarked;
