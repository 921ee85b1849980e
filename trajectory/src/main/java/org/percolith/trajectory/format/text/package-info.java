/** Fast scanning of text: lines, tokens, rows of decimal numbers, XML tags. */
@NullMarked
package org.percolith.trajectory.format.text;

import org.jspecify.annotations.NullMarked;
