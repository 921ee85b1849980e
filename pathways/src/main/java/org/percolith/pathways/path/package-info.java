/** Minimax pathways between periodic images. */
@NullMarked
package org.percolith.pathways.path;

import org.jspecify.annotations.NullMarked;
