/** The command line. */
@NullMarked
package org.percolith.cli;

import org.jspecify.annotations.NullMarked;
