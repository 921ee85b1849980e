/** The mobile ion's probability density on a grid, and its files. */
@NullMarked
package org.percolith.density;

import org.jspecify.annotations.NullMarked;
