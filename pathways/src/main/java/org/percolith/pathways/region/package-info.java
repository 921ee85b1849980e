/** Transport by region of an interface model: slab and film, or near and far from a species. */
@NullMarked
package org.percolith.pathways.region;

import org.jspecify.annotations.NullMarked;
