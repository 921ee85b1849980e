/** Following a run that still grows: what is awaited, and how long it will take. */
@NullMarked
package org.percolith.cli.watch;

import org.jspecify.annotations.NullMarked;
