/** Measurements of speed, run by hand. */
@NullMarked
package org.percolith.trajectory.benchmark;

import org.jspecify.annotations.NullMarked;
