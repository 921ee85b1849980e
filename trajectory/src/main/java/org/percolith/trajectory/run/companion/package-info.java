/** The files beside a trajectory that say how the run was made: VASP's, LAMMPS scripts and logs, CP2K inputs. */
@NullMarked
package org.percolith.trajectory.run.companion;

import org.jspecify.annotations.NullMarked;
