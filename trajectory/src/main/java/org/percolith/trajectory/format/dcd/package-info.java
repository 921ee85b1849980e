/** DCD of CHARMM, NAMD, LAMMPS and OpenMM. */
@NullMarked
package org.percolith.trajectory.format.dcd;

import org.jspecify.annotations.NullMarked;
