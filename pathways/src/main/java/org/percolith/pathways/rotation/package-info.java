/** How polyanions turn: rotational correlation, turns, and whether the ions hop with them. */
@NullMarked
package org.percolith.pathways.rotation;

import org.jspecify.annotations.NullMarked;
