/** What the hops of the ions say: rates, lengths, residence, memory, concert. */
@NullMarked
package org.percolith.pathways.jump;

import org.jspecify.annotations.NullMarked;
