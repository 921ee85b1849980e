/** Whether ions are transported: displacement statistics and percolation judged together. */
@NullMarked
package org.percolith.pathways.transport;

import org.jspecify.annotations.NullMarked;
