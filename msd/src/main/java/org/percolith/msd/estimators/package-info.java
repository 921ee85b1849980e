/** The diffusivity as other programs would print it, for comparison. */
@NullMarked
package org.percolith.msd.estimators;

import org.jspecify.annotations.NullMarked;
