/** The hops of the ions between density basins, the network they make, and how much of it a run has shown. */
@NullMarked
package org.percolith.pathways.hop;

import org.jspecify.annotations.NullMarked;
