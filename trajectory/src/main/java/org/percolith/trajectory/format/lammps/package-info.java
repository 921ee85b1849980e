/** LAMMPS dumps, and the data files that name their elements. */
@NullMarked
package org.percolith.trajectory.format.lammps;

import org.jspecify.annotations.NullMarked;
