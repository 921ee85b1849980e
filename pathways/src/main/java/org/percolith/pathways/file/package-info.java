/** Sites and pathways as tables and structure files. */
@NullMarked
package org.percolith.pathways.file;

import org.jspecify.annotations.NullMarked;
