/** Distributions of displacements: van Hove functions, non-Gaussian parameter, local exponent. */
@NullMarked
package org.percolith.msd.vanhove;

import org.jspecify.annotations.NullMarked;
