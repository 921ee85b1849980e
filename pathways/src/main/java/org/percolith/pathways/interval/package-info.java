/** Intervals of what is counted: events, and ratios of sums over ions. */
@NullMarked
package org.percolith.pathways.interval;

import org.jspecify.annotations.NullMarked;
