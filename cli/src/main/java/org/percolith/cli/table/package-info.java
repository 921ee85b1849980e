/** Sweep tables as people have them: separators, decimal marks, column names, units. */
@NullMarked
package org.percolith.cli.table;

import org.jspecify.annotations.NullMarked;
