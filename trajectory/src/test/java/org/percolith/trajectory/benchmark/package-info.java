/** Measurements of speed, run by {@code mvn verify -Pbenchmarks}. */
@NullMarked
package org.percolith.trajectory.benchmark;

import org.jspecify.annotations.NullMarked;
