/** Figures for papers: mean squared displacement and Arrhenius plots, as SVG and PDF. */
@NullMarked
package org.percolith.cli.figure;

import org.jspecify.annotations.NullMarked;
