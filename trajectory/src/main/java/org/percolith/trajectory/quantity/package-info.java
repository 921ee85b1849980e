/** Numbers with their intervals, sources and verdicts. */
@NullMarked
package org.percolith.trajectory.quantity;

import org.jspecify.annotations.NullMarked;
