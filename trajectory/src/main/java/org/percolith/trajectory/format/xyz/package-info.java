/** XYZ and extended XYZ, and the files that CP2K writes beside them. */
@NullMarked
package org.percolith.trajectory.format.xyz;

import org.jspecify.annotations.NullMarked;
