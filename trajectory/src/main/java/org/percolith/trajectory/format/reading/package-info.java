/** What readers keep account of: complete frames and notices, stated times, tables of temperatures. */
@NullMarked
package org.percolith.trajectory.format.reading;

import org.jspecify.annotations.NullMarked;
