/** The density of the ions' tracks, and how straight segments are drawn on a periodic grid. */
@NullMarked
package org.percolith.pathways.track;

import org.jspecify.annotations.NullMarked;
