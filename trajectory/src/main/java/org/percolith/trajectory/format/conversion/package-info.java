/** From one trajectory format to another. */
@NullMarked
package org.percolith.trajectory.format.conversion;

import org.jspecify.annotations.NullMarked;
