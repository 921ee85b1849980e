/** Displacement statistics mean squared displacement, diffusivity, conductivity. */
@NullMarked
package org.percolith.msd;

import org.jspecify.annotations.NullMarked;
