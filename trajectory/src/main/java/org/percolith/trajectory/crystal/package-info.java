/** Crystal structures that a user gives beside a run: sites with labels and occupancies, from CIF or POSCAR. */
@NullMarked
package org.percolith.trajectory.crystal;

import org.jspecify.annotations.NullMarked;
