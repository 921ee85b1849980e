/** Text trajectories that are a plain row of frames: .gro, .pdb, ABACUS MD_dump, PWmat MOVEMENT, DL_POLY HISTORY. */
@NullMarked
package org.percolith.trajectory.format.stepped;

import org.jspecify.annotations.NullMarked;
