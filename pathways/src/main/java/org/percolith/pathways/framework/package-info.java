/** What the framework does: its units, how far they travel, and whether it is a solid. */
@NullMarked
package org.percolith.pathways.framework;

import org.jspecify.annotations.NullMarked;
