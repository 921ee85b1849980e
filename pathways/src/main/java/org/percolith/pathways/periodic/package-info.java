/** Voxels, lattice vectors and components on a periodic grid. */
@NullMarked
package org.percolith.pathways.periodic;

import org.jspecify.annotations.NullMarked;
