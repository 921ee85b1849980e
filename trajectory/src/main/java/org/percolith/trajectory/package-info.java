/** What a trajectory is: cells, frames, runs and their restarts, unwrapped ion tracks. */
@NullMarked
package org.percolith.trajectory;

import org.jspecify.annotations.NullMarked;
