/** Cells and atoms from structure files, for trajectories that state neither. */
@NullMarked
package org.percolith.trajectory.format.structure;

import org.jspecify.annotations.NullMarked;
