/** Results as people and programs read them: terminal text, summary.json, tables. */
@NullMarked
package org.percolith.cli.report;

import org.jspecify.annotations.NullMarked;
