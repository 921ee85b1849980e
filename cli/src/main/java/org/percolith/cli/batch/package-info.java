/** Many runs: the plan, what of it is done, the scripts of batch systems, and the table of all results. */
@NullMarked
package org.percolith.cli.batch;

import org.jspecify.annotations.NullMarked;
