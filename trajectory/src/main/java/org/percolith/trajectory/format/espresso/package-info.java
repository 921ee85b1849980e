/** Quantum ESPRESSO: output of pw.x, positions of cp.x. */
@NullMarked
package org.percolith.trajectory.format.espresso;

import org.jspecify.annotations.NullMarked;
