/** Options shared by the commands, and the quantities with units that they take. */
@NullMarked
package org.percolith.cli.option;

import org.jspecify.annotations.NullMarked;
