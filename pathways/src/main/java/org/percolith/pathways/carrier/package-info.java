/** Several kinds of mobile ion: each by itself, and how their motions couple. */
@NullMarked
package org.percolith.pathways.carrier;

import org.jspecify.annotations.NullMarked;
