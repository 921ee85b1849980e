/** CASTEP .md. */
@NullMarked
package org.percolith.trajectory.format.castep;

import org.jspecify.annotations.NullMarked;
