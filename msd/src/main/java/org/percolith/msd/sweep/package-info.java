/** The temperature sweep: activation energy, extrapolation and what may be said about them. */
@NullMarked
package org.percolith.msd.sweep;

import org.jspecify.annotations.NullMarked;
