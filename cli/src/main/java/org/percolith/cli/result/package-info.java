/** The results of a command, between the rooms that compute them and the reports that show them. */
@NullMarked
package org.percolith.cli.result;

import org.jspecify.annotations.NullMarked;
