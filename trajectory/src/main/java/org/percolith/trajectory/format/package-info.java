/**
 * Trajectory files: opened by content, read frame by frame, written. The formats are services in packages of their own,
 * which depend on this one and are unknown to it.
 */
@NullMarked
package org.percolith.trajectory.format;

import org.jspecify.annotations.NullMarked;
