/** Streaming readers, one class a format. */
@NullMarked
package org.percolith.trajectory.format;

import org.jspecify.annotations.NullMarked;
