/** VASP: XDATCAR, OUTCAR, vasprun.xml, vaspout.h5. */
@NullMarked
package org.percolith.trajectory.format.vasp;

import org.jspecify.annotations.NullMarked;
