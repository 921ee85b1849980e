/** Basins of the density as sites, the passes between them, and sites that a user gives. */
@NullMarked
package org.percolith.pathways.site;

import org.jspecify.annotations.NullMarked;
