/** Translations smaller than the cell under which the mean framework maps onto itself. */
@NullMarked
package org.percolith.pathways.translation;

import org.jspecify.annotations.NullMarked;
