/** From the files of a run to unwrapped ion tracks: discovery, time axis, seams, unwrapping, drift. */
@NullMarked
package org.percolith.trajectory.run;

import org.jspecify.annotations.NullMarked;
