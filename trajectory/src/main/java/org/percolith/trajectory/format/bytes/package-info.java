/** Bytes of trajectory files: plain, decompressed, read ahead, at any offset. */
@NullMarked
package org.percolith.trajectory.format.bytes;

import org.jspecify.annotations.NullMarked;
