/** On which anions the mobile ions sit, how long, and between which they change. */
@NullMarked
package org.percolith.pathways.residence;

import org.jspecify.annotations.NullMarked;
