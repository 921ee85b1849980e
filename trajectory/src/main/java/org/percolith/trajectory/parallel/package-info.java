/** The executor that every algorithm is handed. */
@NullMarked
package org.percolith.trajectory.parallel;

import org.jspecify.annotations.NullMarked;
