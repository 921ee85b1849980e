/** GROMACS: XTC and TRR. */
@NullMarked
package org.percolith.trajectory.format.gromacs;

import org.jspecify.annotations.NullMarked;
