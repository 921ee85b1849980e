/** ASE .traj. */
@NullMarked
package org.percolith.trajectory.format.ase;

import org.jspecify.annotations.NullMarked;
